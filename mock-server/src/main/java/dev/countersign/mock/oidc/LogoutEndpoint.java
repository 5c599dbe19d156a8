package dev.countersign.mock.oidc;

import dev.countersign.mock.exchange.MockRequest;
import dev.countersign.mock.exchange.MockResponse;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Where a client sends a browser to log its user out (OpenID Connect RP-Initiated Logout section 2). */
record LogoutEndpoint(LoginSettings settings, TokenSigner signer, LoginSessions sessions) {

    MockResponse answer(MockRequest request) {
        try {
            Parameters parameters = parameters(request);
            Optional<String> back = parameters.get("post_logout_redirect_uri");
            Optional<URI> redirect = back.flatMap(settings::redirect);
            if (back.isPresent() && redirect.isEmpty()) {
                throw OAuthException.invalidRequest(
                        "The post_logout_redirect_uri is neither an address of this machine nor"
                                + " one that --oidc-redirect names.");
            }
            Optional<LoginSession> here = sessions.of(request.headers());
            // An expired token says as well as any other who is meant.
            Optional<String> hinted =
                    parameters.get("id_token_hint").flatMap(signer::read).map(token -> token.claim("sid"));
            boolean same =
                    hinted.isPresent() && (here.isEmpty() || here.get().id().equals(hinted.get()));
            if (!same && here.isPresent() && !isConfirmed(request)) {
                return LoginPages.logout(parameters);
            }
            hinted.filter(id -> same).ifPresent(sessions::close);
            here.ifPresent(session -> sessions.close(session.id()));
            MockResponse answer = redirect.map(uri -> Replies.redirect(address(uri, parameters)))
                    .orElseGet(LoginPages::loggedOut);
            return answer.with(LoginSessions.noCookie());
        } catch (OAuthException refusal) {
            return HtmlPage.error(refusal);
        }
    }

    /** Those of the client's request, which the form that confirms it carries in its address. */
    private static Parameters parameters(MockRequest request) {
        return request.query().isEmpty() ? Parameters.of(request) : Parameters.ofQuery(request);
    }

    private static boolean isConfirmed(MockRequest request) {
        if (!request.method().equals("POST")
                || Parameters.ofForm(request).get("confirmed").isEmpty()) {
            return false;
        }
        AuthorizationEndpoint.refuseForeign(request.headers());
        return true;
    }

    private static String address(URI uri, Parameters parameters) {
        Map<String, String> told = new LinkedHashMap<>();
        parameters.get("state").ifPresent(state -> told.put("state", state));
        return told.isEmpty()
                ? uri.toString()
                : uri + (uri.getRawQuery() == null ? "?" : "&") + Parameters.encoded(told);
    }
}
