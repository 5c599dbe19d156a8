package dev.countersign.openapi.document;

import dev.countersign.openapi.LoadOptions;
import dev.countersign.openapi.contract.ContractException;
import dev.countersign.openapi.contract.Problem;
import dev.countersign.openapi.contract.Problem.Place;
import dev.countersign.openapi.contract.Problem.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The files of one document, each read once. Confined to the thread that loads the document. */
public final class Sources {
    private static final int MAX_REMOTE_BYTES = 50_000_000;
    private static final int REMOTE_TIMEOUT_MILLIS = 10_000;
    private static final Pattern STRAY_PERCENT = Pattern.compile("%(?![0-9A-Fa-f]{2})");

    private final LoadOptions options;
    private final URI folder;
    private final Map<URI, Source> read = new HashMap<>();
    private final Source root;

    public Sources(Path document, LoadOptions options) {
        options.asked().accept(document.toAbsolutePath());
        Path absolute = real(document.toAbsolutePath().normalize());
        this.options = options;
        this.folder = absolute.toUri().resolve(".");
        this.root = readRoot(document, absolute);
        read.put(root.location(), root);
    }

    public Sources(URI document, LoadOptions options) {
        this.options = options;
        this.folder = document.resolve(".");
        try {
            this.root = fetch(document);
        } catch (IOException | IllegalArgumentException e) {
            throw unusable(document.toString(), "This address does not answer with a document.");
        }
        read.put(root.location(), root);
    }

    /**
     * Begins with a document that has no file.
     *
     * @param name what messages call it
     * @param folder what its references are relative to
     */
    public Sources(String text, String name, Path folder, LoadOptions options) {
        Path absolute = real(folder.toAbsolutePath().normalize());
        this.options = options;
        this.folder = absolute.toUri();
        this.root = new Source(name, absolute.resolve(name).toUri(), text);
        read.put(root.location(), root);
    }

    public Source root() {
        return root;
    }

    /** The file that a reference in another file names, without its fragment. */
    public Source file(Source from, String reference) throws BrokenReferenceException {
        URI location = SelfAddress.of(root).locate(locate(from, reference));
        Source known = read.get(location);
        if (known == null) {
            known = isRemote(location) ? readRemote(location) : readFile(location);
            read.put(location, known);
        }
        return known;
    }

    private static URI locate(Source from, String reference) throws BrokenReferenceException {
        String plain = reference.replace('\\', '/').replace(" ", "%20");
        try {
            return from.location().resolve(new URI(literal(plain))).normalize();
        } catch (URISyntaxException e) {
            throw new BrokenReferenceException("\"" + reference + "\" is not a URI reference.", "Percent-encode it.");
        }
    }

    /** A per cent sign that encodes nothing stands for itself, as in {@code 50%.yaml}. */
    private static String literal(String reference) {
        return STRAY_PERCENT.matcher(reference).replaceAll("%25");
    }

    private Source readFile(URI location) throws BrokenReferenceException {
        if (!"file".equals(location.getScheme())) {
            throw new BrokenReferenceException(
                    "References to \"" + location.getScheme() + ":\" addresses are not followed.", "Use a file.");
        }
        Path asked = path(location);
        options.asked().accept(asked);
        Path path = real(asked);
        if (!options.outsideFolder() && !isBelowFolder(path.toUri())) {
            throw new BrokenReferenceException(
                    "The file \"" + path + "\" lies outside the document's folder.",
                    "Move it there, or allow such references.");
        }
        String name = Path.of(folder).relativize(path).toString();
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            throw new BrokenReferenceException(
                    "\"" + name + "\" is no regular file.",
                    "Name a YAML or JSON file; pipes and devices are not read.");
        }
        try {
            return new Source(sibling(name), location, Files.readString(path, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new BrokenReferenceException(
                    Files.exists(path)
                            ? "The file \"" + name + "\" cannot be read as UTF-8 text."
                            : "There is no file \"" + name + "\" beside the document.",
                    "Mend the path; it is relative to the file that holds the reference.");
        }
    }

    /** A reference such as {@code file:x}, {@code //host/x} or {@code x?y} is a URI, and names no file. */
    private static Path path(URI location) throws BrokenReferenceException {
        try {
            return Path.of(location);
        } catch (IllegalArgumentException | FileSystemNotFoundException e) {
            throw new BrokenReferenceException(
                    "\"" + location + "\" names no file.",
                    "Write the path of a file, relative to the file that holds the reference.");
        }
    }

    private boolean isBelowFolder(URI location) {
        boolean files = "file".equals(location.getScheme()) && "file".equals(folder.getScheme());
        return files
                ? Path.of(location).startsWith(Path.of(folder))
                : location.toString().startsWith(folder.toString());
    }

    /** Names a file as the user would: beside the document in the way that the document was named. */
    private String sibling(String relative) {
        int slash = Math.max(root.name().lastIndexOf('/'), root.name().lastIndexOf('\\'));
        return root.name().substring(0, slash + 1) + relative;
    }

    private Source readRemote(URI location) throws BrokenReferenceException {
        if (!options.remote() && !isBelowFolder(location)) {
            throw new BrokenReferenceException(
                    "The reference leads to the network (" + location + "), which is not allowed.",
                    "Copy the file beside the document, or allow remote references.");
        }
        try {
            return fetch(location);
        } catch (IOException | IllegalArgumentException e) {
            throw new BrokenReferenceException("\"" + location + "\" does not answer with a document.", "");
        }
    }

    private static Source fetch(URI location) throws IOException {
        URLConnection connection = location.toURL().openConnection();
        connection.setConnectTimeout(REMOTE_TIMEOUT_MILLIS);
        connection.setReadTimeout(REMOTE_TIMEOUT_MILLIS);
        try (InputStream body = connection.getInputStream()) {
            byte[] bytes = body.readNBytes(MAX_REMOTE_BYTES);
            return new Source(location.toString(), location, new String(bytes, StandardCharsets.UTF_8));
        }
    }

    private static Source readRoot(Path document, Path absolute) {
        try {
            return new Source(
                    document.toString(), absolute.toUri(), Files.readString(absolute, StandardCharsets.UTF_8));
        } catch (IOException e) {
            String what = Files.isDirectory(absolute)
                    ? "This is a folder, not a document."
                    : Files.exists(absolute) ? "The file cannot be read as UTF-8 text." : "There is no such file.";
            throw unusable(document.toString(), what);
        }
    }

    private static ContractException unusable(String name, String what) {
        return new ContractException(List.of(new Problem(
                Severity.ERROR,
                new Place(name, Optional.empty(), ""),
                what,
                "Name an OpenAPI document in YAML or JSON.")));
    }

    private static boolean isRemote(URI location) {
        return "http".equals(location.getScheme()) || "https".equals(location.getScheme());
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            return path.toAbsolutePath().normalize();
        }
    }
}
