package dev.countersign.mock.render;

import java.util.Locale;

/**
 * What kind of problem an answer of ours is about (RFC 9457 section 3.1.1). Each is explained in {@code
 * docs/troubleshooting.md}, under the heading that its URI ends with.
 */
public enum ProblemType {
    /** No path of the contract fits. */
    NO_SUCH_PATH("The contract has no such path"),
    /** The path has no such method. */
    METHOD_NOT_ALLOWED("The path has no such method"),
    /** The body's media type is not documented, or its coding not known. */
    UNSUPPORTED_MEDIA_TYPE("The media type of the body is not documented"),
    /** The request does not fit the contract, or cannot be read. */
    INVALID_REQUEST("The request does not fit the contract"),
    /** A preference asks for what the contract does not document. */
    NOT_DOCUMENTED("What was asked for is not documented"),
    /** The client takes none of the documented media types. */
    NOT_ACCEPTABLE("No documented media type is acceptable"),
    /** A credential is missing, or does not suffice. */
    CREDENTIALS("The credentials do not suffice"),
    /** The request is larger than this server reads. */
    TOO_LARGE("The request is too large"),
    /** To check the request takes more work than this server spends on one. */
    TOO_EXPENSIVE("The request takes too much work to check");

    private static final String PREFIX = "urn:countersign:problem:";

    private final String title;

    ProblemType(String title) {
        this.title = title;
    }

    /** A URI that stays the same and leads nowhere by itself. */
    public String uri() {
        return PREFIX + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** A short summary, the same for every occurrence. */
    public String title() {
        return title;
    }
}
