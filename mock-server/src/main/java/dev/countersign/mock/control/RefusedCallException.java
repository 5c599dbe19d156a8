package dev.countersign.mock.control;

/** A call of the control API that fits its document, and asks for what this mock cannot do. Its message is for the caller. */
final class RefusedCallException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;

    RefusedCallException(String message) {
        this(422, message);
    }

    RefusedCallException(int status, String message) {
        super(message, null, false, false);
        this.status = status;
    }

    /** The HTTP status of the answer. */
    int status() {
        return status;
    }
}
