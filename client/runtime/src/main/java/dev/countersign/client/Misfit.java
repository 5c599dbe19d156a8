package dev.countersign.client;

/**
 * A value that does not fit the contract, and that a client which reads leniently has left out. It holds nothing of the value,
 * which may be secret.
 *
 * @param pointer where it stands in the body (RFC 6901)
 * @param what what is wrong, for instance {@code expected LocalDate}
 */
public record Misfit(String pointer, String what) {
    @Override
    public String toString() {
        return "at " + pointer + ", " + what;
    }
}
