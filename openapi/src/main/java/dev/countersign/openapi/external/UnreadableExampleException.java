package dev.countersign.openapi.external;

/** An external example that cannot be had. */
final class UnreadableExampleException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String why;
    private final String fix;

    UnreadableExampleException(String why, String fix) {
        super(why, null, false, false);
        this.why = why;
        this.fix = fix;
    }

    /** The reason, as the second half of a sentence. */
    String why() {
        return why;
    }

    String fix() {
        return fix;
    }
}
