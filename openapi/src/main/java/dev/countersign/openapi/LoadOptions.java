package dev.countersign.openapi;

import dev.countersign.openapi.contract.ExternalValues;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * What a document may reach while it is loaded. All of it is off by default, because a document often comes from elsewhere.
 *
 * @param outsideFolder whether an external example may lie in a file outside the folder of the document
 * @param remote whether a {@code $ref} may name an {@code http} or {@code https} address
 * @param asked gets every local file just before it is read, even one that does not exist or cannot be used
 * @param externals reads the examples that lie outside of the document
 */
public record LoadOptions(boolean outsideFolder, boolean remote, Consumer<Path> asked, ExternalValues externals) {
    /** Only files of this machine, and no external examples. */
    public static final LoadOptions DEFAULT = new LoadOptions(false, false);

    /** Options that read no external examples and report no files. */
    public LoadOptions(boolean outsideFolder, boolean remote) {
        this(outsideFolder, remote, file -> {}, ExternalValues.NONE);
    }

    /** The same with another {@link #asked}. */
    public LoadOptions withAsked(Consumer<Path> value) {
        return new LoadOptions(outsideFolder, remote, value, externals);
    }

    /** The same with other {@link #externals}. */
    public LoadOptions withExternals(ExternalValues value) {
        return new LoadOptions(outsideFolder, remote, asked, value);
    }
}
