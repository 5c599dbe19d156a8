package dev.countersign.client;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.Supplier;

/**
 * What proves who calls. Thread-safe if the supplier is.
 *
 * <p>Its text never shows the secret.
 */
public final class Credential {
    private final Supplier<String> secret;
    private final boolean fixed;

    private Credential(Supplier<String> secret, boolean fixed) {
        this.secret = secret;
        this.fixed = fixed;
    }

    /** A bearer token (RFC 6750), or the value of an API key. */
    public static Credential of(String secret) {
        Checks.given("the secret", secret);
        return new Credential(() -> secret, true);
    }

    /**
     * A token that is asked for before every call; see {@link TokenCache} for one that is kept until it expires, and
     * {@link OAuth2} for those of OAuth 2. A {@link TokenSource} is told when the server answers 401, and asked once more;
     * the call is then made once more, if its body can be sent again. For
     * asynchronous calls one of the client's few threads asks, so the source must not itself wait for an asynchronous
     * call of the same client.
     */
    public static Credential from(Supplier<String> secret) {
        Checks.given("the source of the secret", secret);
        return new Credential(secret, false);
    }

    /** A user's name and password (RFC 7617), as they stand behind {@code Basic}. */
    public static Credential basic(String user, String password) {
        Checks.given("the user's name", user);
        Checks.given("the password", password);
        if (user.indexOf(':') >= 0) {
            throw new IllegalArgumentException("the user's name must not hold a colon (RFC 7617 section 2)");
        }
        String encoded = Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        return new Credential(() -> encoded, true);
    }

    /** The secret as it goes on the wire. */
    public String secret() {
        String value = secret.get();
        if (value == null) {
            throw new IllegalStateException("the source of a credential gave none");
        }
        return value;
    }

    /**
     * Tells the source that the server has refused a secret of it.
     *
     * @return whether it can give another one: it is a {@link TokenSource}
     */
    public boolean refused(String value) {
        if (secret instanceof TokenSource source) {
            source.refused(value);
            return true;
        }
        return false;
    }

    /** Whether the secret is there without anybody being asked for it. */
    public boolean isFixed() {
        return fixed;
    }

    @Override
    public String toString() {
        return "Credential[***]";
    }
}
