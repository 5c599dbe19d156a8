package dev.countersign.openapi;

/** A text that is neither YAML nor JSON; caught where the file's name is known. */
final class MalformedTextException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int line;
    private final String fix;

    MalformedTextException(int line, String what, String fix) {
        super(what);
        this.line = line;
        this.fix = fix;
    }

    /** Counted from 1. */
    int line() {
        return line;
    }

    String what() {
        return String.valueOf(getMessage());
    }

    String fix() {
        return fix;
    }
}
