package dev.countersign.openapi.document;

/** A {@code $ref} that leads nowhere or must not be followed; caught where its place is known. */
final class BrokenReferenceException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String fix;

    BrokenReferenceException(String what, String fix) {
        super(what);
        this.fix = fix;
    }

    String what() {
        return String.valueOf(getMessage());
    }

    String fix() {
        return fix;
    }
}
