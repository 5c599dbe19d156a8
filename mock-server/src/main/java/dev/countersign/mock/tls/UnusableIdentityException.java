package dev.countersign.mock.tls;

/** A certificate or key that cannot be used. The message names the file and says what to do, and nothing of the key. */
public final class UnusableIdentityException extends Exception {
    private static final long serialVersionUID = 1L;

    UnusableIdentityException(String message) {
        super(message);
    }
}
