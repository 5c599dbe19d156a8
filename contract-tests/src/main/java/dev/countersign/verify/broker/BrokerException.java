package dev.countersign.verify.broker;

/** What a user has to know when the broker, or what it was to be told, fails. Holds no credential. */
public final class BrokerException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final boolean usage;

    private BrokerException(String message, boolean usage) {
        super(message);
        this.usage = usage;
    }

    /** Something is missing or wrong in what the user set. */
    static BrokerException usage(String message) {
        return new BrokerException(message, true);
    }

    /** The broker does not answer, or refuses. */
    static BrokerException failure(String message) {
        return new BrokerException(message, false);
    }

    /** The exit code that fits: 2 for usage, else 1. */
    int exitCode() {
        return usage ? 2 : 1;
    }
}
