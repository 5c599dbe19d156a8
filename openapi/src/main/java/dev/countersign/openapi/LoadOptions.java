package dev.countersign.openapi;

import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * What a document may reach while it is loaded. Both are off by default, because a document is often somebody else's.
 *
 * @param outsideFolder whether a {@code $ref} may name a file outside the folder of the document
 * @param remote whether a {@code $ref} may name an {@code http} or {@code https} address
 * @param asked hears of every local file just before it is read, also of one that is not there or cannot be used
 */
public record LoadOptions(boolean outsideFolder, boolean remote, Consumer<Path> asked) {
    /** Only files in the document's folder and below it. */
    public static final LoadOptions DEFAULT = new LoadOptions(false, false);

    /** Options with nobody who wants to hear of files. */
    public LoadOptions(boolean outsideFolder, boolean remote) {
        this(outsideFolder, remote, file -> {});
    }

    /** The same with another {@link #asked}. */
    public LoadOptions withAsked(Consumer<Path> value) {
        return new LoadOptions(outsideFolder, remote, value);
    }
}
