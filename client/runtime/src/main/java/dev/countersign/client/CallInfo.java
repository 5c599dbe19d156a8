package dev.countersign.client;

/**
 * A call as its observers see it. It holds nothing of its arguments, which may be secret.
 *
 * @param operation the method and path template, for instance {@code GET /pets/{petId}}: fit for a metric's tag
 * @param attempt 1 for the first time, 2 for the first retry
 */
public record CallInfo(String operation, int attempt) {
    /** The method alone, for instance {@code GET}. */
    public String method() {
        return operation.substring(0, operation.indexOf(' '));
    }
}
