package dev.countersign.openapi;

/**
 * What a document may reach while it is loaded. Both are off by default, because a document is often somebody else's.
 *
 * @param outsideFolder whether a {@code $ref} may name a file outside the folder of the document
 * @param remote whether a {@code $ref} may name an {@code http} or {@code https} address
 */
public record LoadOptions(boolean outsideFolder, boolean remote) {
    /** Only files in the document's folder and below it. */
    public static final LoadOptions DEFAULT = new LoadOptions(false, false);
}
