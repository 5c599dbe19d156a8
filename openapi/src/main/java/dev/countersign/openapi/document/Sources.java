package dev.countersign.openapi.document;

import dev.countersign.openapi.LoadOptions;
import dev.countersign.openapi.contract.ContractException;
import dev.countersign.openapi.contract.Problem;
import dev.countersign.openapi.contract.Problem.Place;
import dev.countersign.openapi.contract.Problem.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The files of one document, each read once. Confined to the thread that loads the document. */
public final class Sources {
    private static final int MAX_REMOTE_BYTES = 50_000_000;
    private static final int REMOTE_TIMEOUT_MILLIS = 10_000;

    private final LoadOptions options;
    private final URI folder;
    private final Map<URI, Source> read = new HashMap<>();
    private final Source root;

    public Sources(Path document, LoadOptions options) {
        options.asked().accept(document.toAbsolutePath());
        Path absolute = LocalFiles.real(document.toAbsolutePath().normalize());
        this.options = options;
        this.folder = absolute.toUri().resolve(".");
        this.root = readRoot(document, absolute);
        read.put(root.location(), root);
    }

    public Sources(URI document, LoadOptions options) {
        this.options = options;
        this.folder = document.resolve(".");
        try {
            this.root = new Source(document.toString(), document, fetch(document));
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
        Path absolute = LocalFiles.real(folder.toAbsolutePath().normalize());
        this.options = options;
        this.folder = absolute.toUri();
        this.root = new Source(name, absolute.resolve(name).toUri(), text.getBytes(StandardCharsets.UTF_8));
        read.put(root.location(), root);
    }

    public Source root() {
        return root;
    }

    /** What is to be said of the files that were read, although they can be used. */
    public List<Problem> problems() {
        return read.values().stream()
                .flatMap(source -> source.problems().stream())
                .toList();
    }

    /** The file that a reference in another file names, without its fragment. */
    public Source file(Source from, String reference) throws BrokenReferenceException {
        URI address = SelfAddress.of(root).locate(Addresses.resolve(from.location(), reference));
        Source known = read.get(address);
        if (known == null) {
            known = Addresses.isRemote(address) ? readRemote(address) : readFile(address, from, reference);
            read.put(address, known);
        }
        return known;
    }

    /** Local documents may be made of files anywhere; what comes from the network must not name files of this machine. */
    private Source readFile(URI address, Source from, String reference) throws BrokenReferenceException {
        if (!"file".equals(address.getScheme())) {
            throw new BrokenReferenceException(
                    "References to \"" + address.getScheme() + ":\" addresses are not followed.", "Use a file.");
        }
        if (Addresses.isRemote(from.location())) {
            throw new BrokenReferenceException(
                    "A document from the network leads to the file \"" + reference + "\" of this machine.",
                    "Name an address beside it.");
        }
        Path found = LocalFiles.find(address, from.location(), reference);
        options.asked().accept(found);
        Path path = LocalFiles.real(found);
        Source known = read.get(path.toUri());
        if (known != null) {
            return known;
        }
        String name = Path.of(folder).relativize(path).toString();
        return source(sibling(name), path.toUri(), LocalFiles.read(path, name));
    }

    /** A file that cannot be understood breaks the references to it, and nothing else. */
    private static Source source(String name, URI location, byte[] bytes) throws BrokenReferenceException {
        try {
            return new Source(name, location, bytes);
        } catch (ContractException e) {
            Problem problem = e.problems().get(0);
            throw new BrokenReferenceException(problem.place() + ": " + problem.what(), problem.fix());
        }
    }

    /** Whether a file lies in the document's folder or below it. */
    boolean isBelowFolder(Source source) {
        URI location = source.location();
        boolean files = "file".equals(location.getScheme()) && "file".equals(folder.getScheme());
        return files ? Path.of(location).startsWith(Path.of(folder)) : isBelowFolder(location);
    }

    private boolean isBelowFolder(URI location) {
        return location.toString().startsWith(folder.toString());
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
            return source(location.toString(), location, fetch(location));
        } catch (IOException | IllegalArgumentException e) {
            throw new BrokenReferenceException("\"" + location + "\" does not answer with a document.", "");
        }
    }

    private static byte[] fetch(URI location) throws IOException {
        URLConnection connection = location.toURL().openConnection();
        connection.setConnectTimeout(REMOTE_TIMEOUT_MILLIS);
        connection.setReadTimeout(REMOTE_TIMEOUT_MILLIS);
        try (InputStream body = connection.getInputStream()) {
            return body.readNBytes(MAX_REMOTE_BYTES);
        }
    }

    private static Source readRoot(Path document, Path absolute) {
        try {
            return new Source(document.toString(), absolute.toUri(), Files.readAllBytes(absolute));
        } catch (IOException e) {
            String what = Files.isDirectory(absolute)
                    ? "This is a folder, not a document."
                    : Files.exists(absolute) ? "The file cannot be read." : "There is no such file.";
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
}
