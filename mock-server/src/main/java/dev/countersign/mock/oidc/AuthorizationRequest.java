package dev.countersign.mock.oidc;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A client's wish to have a user log in (RFC 6749 section 4.1.1, OpenID Connect Core section 3.1.2.1).
 *
 * @param parameters as they came
 * @param client the client's id
 * @param redirect where the browser goes back to; is allowed
 */
record AuthorizationRequest(Parameters parameters, String client, URI redirect) {
    private static final Set<String> KNOWN = Set.of(
            "client_id",
            "redirect_uri",
            "response_type",
            "response_mode",
            "scope",
            "state",
            "nonce",
            "prompt",
            "max_age",
            "login_hint",
            "code_challenge",
            "code_challenge_method");

    /**
     * Reads as much as is needed to send an answer back to the client.
     *
     * @throws OAuthException when it must not be sent there: the user is told instead (RFC 6749 section 4.1.2.1)
     */
    static AuthorizationRequest of(Parameters parameters, LoginSettings settings) {
        parameters.refuseRepeated(Set.of("client_id", "redirect_uri"));
        String client = parameters.required("client_id");
        URI redirect = settings.redirect(parameters.required("redirect_uri"))
                .orElseThrow(() -> OAuthException.invalidRequest(
                        "The redirect_uri is neither an address of this machine nor one that --oidc-redirect names."));
        return new AuthorizationRequest(parameters, client, redirect);
    }

    /**
     * Looks at the rest.
     *
     * @throws OAuthException when it cannot be met: the client is told
     */
    void check(Offer offer) {
        parameters.refuseRepeated(KNOWN);
        offer.refuseUnless(Offer.CODE, "unauthorized_client");
        if (!parameters.required("response_type").equals("code")) {
            throw new OAuthException(400, "unsupported_response_type", "Only the response_type code is supported.");
        }
        if (!List.of("query", "fragment")
                .contains(parameters.get("response_mode").orElse("query"))) {
            throw OAuthException.invalidRequest("The response_mode must be query or fragment.");
        }
        scopes(offer);
        checkChallenge();
        if (prompts().contains("none") && prompts().size() > 1) {
            throw OAuthException.invalidRequest("The prompt none stands alone.");
        }
        if (!parameters.get("max_age").orElse("0").matches("[0-9]{1,9}")) {
            throw OAuthException.invalidRequest("The max_age is no number of seconds.");
        }
    }

    /** RFC 7636 section 4.2; {@code plain} would show the verifier to all who see the request. */
    private void checkChallenge() {
        Optional<String> challenge = challenge();
        String method = parameters.get("code_challenge_method").orElse(challenge.isPresent() ? "plain" : "S256");
        if (!method.equals("S256") || !challenge.orElse("x".repeat(43)).matches("[A-Za-z0-9_-]{43}")) {
            throw OAuthException.invalidRequest("The code_challenge must be one of the code_challenge_method S256.");
        }
    }

    Set<String> scopes(Offer offer) {
        return offer.scopes(parameters.get("scope").orElse(""));
    }

    Optional<String> challenge() {
        return parameters.get("code_challenge");
    }

    Set<String> prompts() {
        return Set.copyOf(List.of(parameters.get("prompt").orElse("").split(" +")));
    }

    /** Whether the user is asked although logged in. */
    boolean wantsLogin(LoginSession session, Instant now) {
        boolean old = parameters
                .get("max_age")
                .filter(seconds -> session.since()
                        .plus(Duration.ofSeconds(Long.parseLong(seconds)))
                        .isBefore(now))
                .isPresent();
        return old || prompts().contains("login") || prompts().contains("select_account");
    }

    /** The address to send the browser back to, with what the client is told. */
    String answer(String issuer, Map<String, String> told) {
        Map<String, String> all = new LinkedHashMap<>(told);
        parameters.get("state").ifPresent(state -> all.put("state", state));
        all.put("iss", issuer); // RFC 9207
        boolean fragment = parameters.get("response_mode").orElse("query").equals("fragment");
        String separator = fragment ? "#" : redirect.getRawQuery() == null ? "?" : "&";
        return redirect + separator + Parameters.encoded(all);
    }
}
