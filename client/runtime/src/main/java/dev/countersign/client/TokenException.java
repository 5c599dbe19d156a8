package dev.countersign.client;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** No token was given. The message holds neither a secret nor what the token endpoint said beyond its code. */
public final class TokenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private static final Pattern CODE = Pattern.compile("[a-z_]{1,40}");

    private final int status;
    private final @Nullable String error;

    TokenException(String what, @Nullable Throwable cause) {
        super("the token endpoint gave no token: " + what, cause);
        this.status = 0;
        this.error = null;
    }

    TokenException(int status, @Nullable String code) {
        super("the token endpoint answered with status " + status
                + known(code).map(each -> ": " + each).orElse(""));
        this.status = status;
        this.error = known(code).orElse(null);
    }

    private static Optional<String> known(@Nullable String code) {
        return Optional.ofNullable(code).filter(each -> CODE.matcher(each).matches());
    }

    /** The status of the token endpoint's answer; 0 when there was none. */
    public int status() {
        return status;
    }

    /** The error's code, for instance {@code invalid_client} (RFC 6749 section 5.2), where the answer has one. */
    public Optional<String> error() {
        return Optional.ofNullable(error);
    }
}
