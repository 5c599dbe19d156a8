package dev.countersign.mock.oidc;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The grants that there are, with the codes and refresh tokens that lead to them. What is used twice has been stolen, and ends the
 * grant (RFC 6749 section 4.1.2, RFC 9700 section 4.14.2). Bounded: the eldest is forgotten first. Thread-safe.
 */
final class Grants {
    private static final int MOST = 2_000;
    private static final int RANDOM_BYTES = 32;
    private static final Duration CODE_LIFETIME = Duration.ofMinutes(1);

    private final SecureRandom random = new SecureRandom();
    private final Map<String, Grant> grants = bounded();
    private final Map<String, Code> codes = bounded();
    private final Map<String, RefreshToken> refreshTokens = bounded();
    private final InstantSource clock;

    Grants(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * What a code stands for.
     *
     * @param redirect where it was sent to
     * @param challenge what the verifier has to fit
     */
    record Code(Grant grant, String redirect, Optional<String> challenge, Instant end, boolean isUsed) {}

    private record RefreshToken(Grant grant, boolean isUsed) {}

    static <V> Map<String, V> bounded() {
        return new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
                return size() > MOST;
            }
        };
    }

    String random() {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    synchronized String codeFor(Grant grant, AuthorizationRequest request) {
        String code = random();
        grants.put(grant.id(), grant);
        codes.put(
                code,
                new Code(
                        grant,
                        request.redirect().toString(),
                        request.challenge(),
                        clock.instant().plus(CODE_LIFETIME),
                        false));
        return code;
    }

    /**
     * What a code stands for; it is used up.
     *
     * @throws OAuthException when there is no such code (any more)
     */
    synchronized Code redeem(String text) {
        Code code = codes.get(text);
        if (code == null || !clock.instant().isBefore(code.end)) {
            throw OAuthException.invalidGrant("The code is not known, or its minute is over.");
        }
        if (code.isUsed) {
            grants.remove(code.grant.id());
            throw OAuthException.invalidGrant("The code was used before. What came of it is revoked.");
        }
        codes.put(text, new Code(code.grant, code.redirect, code.challenge, code.end, true));
        return code;
    }

    synchronized String refreshTokenFor(Grant grant) {
        String token = random();
        refreshTokens.put(token, new RefreshToken(grant, false));
        return token;
    }

    /**
     * The grant of a refresh token, which is used up; there is to be a new one.
     *
     * @param client must be the one that it was given to
     * @throws OAuthException when it is not good (any more)
     */
    synchronized Grant use(String text, String client) {
        RefreshToken token = refreshTokens.get(text);
        if (token == null || !token.grant.client().equals(client)) {
            throw OAuthException.invalidGrant("The refresh token is not known, or belongs to another client.");
        }
        if (!grants.containsKey(token.grant.id())) {
            throw OAuthException.invalidGrant("The refresh token is revoked. Log in again.");
        }
        if (token.isUsed) {
            grants.remove(token.grant.id());
            throw OAuthException.invalidGrant(
                    "The refresh token was used before. All that came of its login are revoked.");
        }
        refreshTokens.put(text, new RefreshToken(token.grant, true));
        return token.grant;
    }

    /** The grant of a refresh token that is still good. */
    synchronized Optional<Grant> of(String refreshToken) {
        return Optional.ofNullable(refreshTokens.get(refreshToken))
                .filter(token -> !token.isUsed && grants.containsKey(token.grant.id()))
                .map(RefreshToken::grant);
    }

    synchronized boolean isAlive(String id) {
        return grants.containsKey(id);
    }

    synchronized void revoke(String id) {
        grants.remove(id);
    }

    /** Everything that was allowed in a session. */
    synchronized void revokeSession(String session) {
        grants.values().removeIf(grant -> grant.session().id().equals(session));
    }
}
