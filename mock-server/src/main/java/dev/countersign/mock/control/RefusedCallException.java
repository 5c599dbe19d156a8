package dev.countersign.mock.control;

import java.util.List;

/** A call of the control API that fits its document, and asks for what this mock cannot do. Its message is for the caller. */
final class RefusedCallException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;
    private final transient List<String> problems;

    RefusedCallException(String message) {
        this(422, message);
    }

    RefusedCallException(int status, String message) {
        this(status, message, List.of());
    }

    /**
     * A refusal for many reasons.
     *
     * @param problems a sentence for each
     */
    RefusedCallException(int status, String message, List<String> problems) {
        super(message, null, false, false);
        this.status = status;
        this.problems = List.copyOf(problems);
    }

    /** The HTTP status of the answer. */
    int status() {
        return status;
    }

    /** The reasons; none where the message says it all. */
    List<String> problems() {
        return problems;
    }
}
