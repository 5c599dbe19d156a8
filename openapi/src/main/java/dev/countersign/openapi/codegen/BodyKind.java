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
        if (name.equals("application/x-www-form-urlencoded")) {
            return FORM;
        }
        if (name.startsWith("multipart/")) {
            return MULTIPART;
        }
        if (isBinary(media)) {
            // JSON holds no octets, so that they can only be the body itself; nor is text what is said to be octets.
            return BINARY;
        }
        if (name.equals("application/json") || name.endsWith("+json") || name.equals("text/json")) {
            return JSON;
        }
        if (name.startsWith("text/") || name.endsWith("xml") || name.endsWith("yaml") || name.endsWith("javascript")) {
            return TEXT;
        }
        return name.equals("*/*") || name.equals("application/*") ? JSON : BINARY;
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
                .anyMatch(schema ->
                        schema.node().path("format").asString("").equals("binary") || Octets.areSaidBy(schema.node()));
    }

    static String bare(String mediaType) {
        return mediaType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }
}
