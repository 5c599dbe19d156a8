package dev.countersign.mock.control;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;

/** Files of the jar that a browser may have. Whatever is not listed is not there. */
final class StaticFiles {
    static final StaticFiles CONSOLE = new StaticFiles(
            "default-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
            Map.ofEntries(
                    own("index.html", "text/html"),
                    own("console.css", "text/css"),
                    own("console.js", "text/javascript"),
                    own("api.js", "text/javascript"),
                    own("body.js", "text/javascript"),
                    own("copies.js", "text/javascript"),
                    own("detail.js", "text/javascript"),
                    own("element.js", "text/javascript"),
                    own("operations.js", "text/javascript"),
                    own("session.js", "text/javascript"),
                    own("state.js", "text/javascript"),
                    own("icon.svg", "image/svg+xml")));

    /** The viewer writes styles and images into its page by itself, and "try it out" calls the mock, wherever the document says. */
    static final StaticFiles DOCUMENTATION = new StaticFiles(
            "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src *; base-uri 'none';"
                    + " frame-ancestors 'none'",
            Map.ofEntries(
                    Map.entry("index.html", new Source("docs.html", "text/html")),
                    own("docs.js", "text/javascript"),
                    own("swagger-ui.css", "text/css"),
                    own("swagger-ui-bundle.js", "text/javascript")));

    private final String policy;
    private final Map<String, Source> files;

    private StaticFiles(String policy, Map<String, Source> files) {
        this.policy = policy;
        this.files = files;
    }

    private record Source(String resource, String type) {}

    /**
     * A file.
     *
     * @param type its media type with charset
     */
    record StaticFile(InputStream content, String type) {}

    /** What the pages may load and call (Content Security Policy). */
    String policy() {
        return policy;
    }

    /** A file by its name. */
    Optional<StaticFile> get(String name) {
        return Optional.ofNullable(files.get(name)).map(StaticFiles::open);
    }

    private static StaticFile open(Source source) {
        InputStream content = StaticFiles.class.getResourceAsStream(source.resource);
        if (content == null) {
            throw new UncheckedIOException(new IOException(source.resource + " is missing in the jar"));
        }
        return new StaticFile(content, source.type + ";charset=utf-8");
    }

    private static Map.Entry<String, Source> own(String name, String type) {
        return Map.entry(name, new Source(name, type));
    }
}
