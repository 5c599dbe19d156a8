package dev.countersign.openapi.codegen;

import dev.countersign.openapi.contract.MediaTypeSpec;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How a body is written and read, in the order in which the client prefers one of several. */
enum BodyKind {
    JSON("json"),
    FORM("form"),
    MULTIPART("multipart"),
    TEXT("text"),
    BINARY("bytes");

    /** The name of the runtime's factory method. */
    final String factory;

    BodyKind(String factory) {
        this.factory = factory;
    }

    /** The media type to use of those that the contract offers; absent when it offers none. */
    static Optional<MediaTypeSpec> preferred(List<MediaTypeSpec> offered) {
        return offered.stream().min(Comparator.comparing(BodyKind::of));
    }

    static BodyKind of(MediaTypeSpec media) {
        String name = bare(media.name());
        if (name.equals("application/json") || name.endsWith("+json") || name.equals("text/json")) {
            // JSON holds no octets, so that they can only be the body itself.
            return isBinary(media) ? BINARY : JSON;
        }
        if (name.equals("application/x-www-form-urlencoded")) {
            return FORM;
        }
        if (name.startsWith("multipart/")) {
            return MULTIPART;
        }
        if (name.startsWith("text/") || name.endsWith("xml") || name.endsWith("yaml") || name.endsWith("javascript")) {
            return TEXT;
        }
        boolean any = name.equals("*/*") || name.equals("application/*");
        return any && !isBinary(media) ? JSON : BINARY;
    }

    /** The media type to send: a range is no media type. */
    static String sent(MediaTypeSpec media) {
        if (!media.name().contains("*")) {
            return media.name();
        }
        return switch (of(media)) {
            case JSON -> "application/json";
            case MULTIPART -> "multipart/form-data";
            case TEXT -> "text/plain";
            default -> "application/octet-stream";
        };
    }

    static boolean isBinary(MediaTypeSpec media) {
        return media.schema().stream()
                .flatMap(schema -> schema.applied().stream())
                .anyMatch(schema -> schema.node().path("format").asString("").equals("binary"));
    }

    static String bare(String mediaType) {
        return mediaType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }
}
