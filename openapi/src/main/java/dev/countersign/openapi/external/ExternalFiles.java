package dev.countersign.openapi.external;

import dev.countersign.openapi.LoadOptions;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLConnection;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Files beside a document, each read once. They are kept inside its folder unless the options say otherwise. */
final class ExternalFiles {
    private static final int MOST_BYTES = 50_000_000;
    private static final int TIMEOUT_MILLIS = 10_000;

    private final LoadOptions options;
    private final URI folder;
    private final Map<URI, byte[]> known = new HashMap<>();

    ExternalFiles(String document, LoadOptions options) {
        this.options = options;
        this.folder = location(document).resolve(".");
    }

    /**
     * Reads.
     *
     * @param holder the file that holds the reference, as it was named; references are relative to it
     */
    byte[] read(String holder, String reference) throws UnreadableExampleException {
        URI location = resolve(location(holder), reference);
        byte[] bytes = known.get(location);
        if (bytes == null) {
            bytes = isRemote(location) ? fetch(location) : readFile(location);
            known.put(location, bytes);
        }
        return bytes;
    }

    private static URI location(String name) {
        URI address = name.matches("(?i)https?://.*")
                ? URI.create(name)
                : real(Path.of(name)).toUri();
        return address.normalize();
    }

    private static URI resolve(URI base, String reference) throws UnreadableExampleException {
        try {
            return base.resolve(new URI(reference.replace('\\', '/').replace(" ", "%20")))
                    .normalize();
        } catch (URISyntaxException e) {
            throw new UnreadableExampleException("this is not a URI reference", "Percent-encode it.");
        }
    }

    private byte[] readFile(URI location) throws UnreadableExampleException {
        Path asked = path(location);
        options.asked().accept(asked);
        Path path = real(asked);
        boolean below = "file".equals(folder.getScheme()) && path.startsWith(Path.of(folder));
        if (!below && !options.outsideFolder()) {
            throw new UnreadableExampleException(
                    "it lies outside the document's folder", "Move it there, or allow it with --allow-outside.");
        }
        try {
            if (!Files.isRegularFile(path)) {
                throw new UnreadableExampleException(
                        "there is no such file", "Name a file relative to the one that holds the example.");
            }
            if (Files.size(path) > MOST_BYTES) {
                throw tooLarge();
            }
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw new UnreadableExampleException("the file cannot be read", "Make it readable.");
        }
    }

    private static Path path(URI location) throws UnreadableExampleException {
        try {
            return Path.of(location);
        } catch (IllegalArgumentException | FileSystemNotFoundException e) {
            throw new UnreadableExampleException("it names no file", "Name a file or an http(s) address.");
        }
    }

    private byte[] fetch(URI location) throws UnreadableExampleException {
        if (!options.remote()) {
            throw new UnreadableExampleException(
                    "it lies on the network", "Copy it beside the document, or allow it with --allow-remote.");
        }
        try {
            URLConnection connection = location.toURL().openConnection();
            connection.setConnectTimeout(TIMEOUT_MILLIS);
            connection.setReadTimeout(TIMEOUT_MILLIS);
            try (InputStream body = connection.getInputStream()) {
                byte[] bytes = body.readNBytes(MOST_BYTES + 1);
                if (bytes.length > MOST_BYTES) {
                    throw tooLarge();
                }
                return bytes;
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new UnreadableExampleException("the address does not answer with it", "");
        }
    }

    private static UnreadableExampleException tooLarge() {
        return new UnreadableExampleException("it is larger than " + MOST_BYTES + " bytes", "Make it smaller.");
    }

    private static boolean isRemote(URI location) {
        return "http".equalsIgnoreCase(location.getScheme()) || "https".equalsIgnoreCase(location.getScheme());
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            return path.toAbsolutePath().normalize();
        }
    }
}
