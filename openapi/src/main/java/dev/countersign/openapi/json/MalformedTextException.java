package dev.countersign.openapi.json;

/** A text that is neither YAML nor JSON; caught where the file's name is known. */
public final class MalformedTextException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int line;
    private final String fix;

    public MalformedTextException(int line, String what, String fix) {
        super(what);
        this.line = line;
        this.fix = fix;
    }

    /** Counted from 1. */
    public int line() {
        return line;
    }

    public String what() {
        return String.valueOf(getMessage());
    }

    public String fix() {
        return fix;
    }
}
