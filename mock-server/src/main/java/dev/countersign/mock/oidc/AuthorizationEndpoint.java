package dev.countersign.mock.oidc;

import dev.countersign.mock.exchange.Headers;
import dev.countersign.mock.exchange.MockRequest;
import dev.countersign.mock.exchange.MockResponse;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Where a browser is sent to log its user in (RFC 6749 section 3.1), and where the form of the page leads. */
final class AuthorizationEndpoint {
    private final LoginSettings settings;
    private final Grants grants;
    private final LoginSessions sessions;
    private final TokenSigner signer;

    AuthorizationEndpoint(LoginSettings settings, Grants grants, LoginSessions sessions, TokenSigner signer) {
        this.settings = settings;
        this.grants = grants;
        this.sessions = sessions;
        this.signer = signer;
    }

    /** Sends a browser back whose user is known, and shows the page to others. */
    MockResponse authorize(MockRequest request, Issuer issuer, Offer offer) {
        AuthorizationRequest asked;
        try {
            asked = AuthorizationRequest.of(Parameters.of(request), settings);
        } catch (OAuthException refusal) {
            return HtmlPage.error(refusal);
        }
        try {
            asked.check(offer);
            Optional<LoginSession> session = sessions.of(request.headers())
                    .filter(known -> !asked.wantsLogin(known, signer.clock().instant()))
                    .filter(known -> isMeant(known, asked));
            if (session.isPresent()) {
                return allow(asked, issuer, offer, session.get());
            }
            if (asked.prompts().contains("none")) {
                throw new OAuthException(400, "login_required", "Nobody is logged in.");
            }
            String hint = asked.parameters().get("login_hint").orElse("");
            return LoginPages.login(asked, asked.scopes(offer), hint, "");
        } catch (OAuthException refusal) {
            return refuse(asked, issuer, refusal);
        }
    }

    /** Whether a client that names a user means this one (OpenID Connect Core section 3.1.2.1, id_token_hint). */
    private boolean isMeant(LoginSession session, AuthorizationRequest asked) {
        return asked.parameters()
                .get("id_token_hint")
                .flatMap(signer::read)
                .map(token -> token.claim("sub").equals(Tokens.subject(session.user())))
                .orElse(true);
    }

    /** Takes the form. */
    MockResponse login(MockRequest request, Issuer issuer, Offer offer) {
        AuthorizationRequest asked;
        Parameters form;
        try {
            refuseForeign(request.headers());
            asked = AuthorizationRequest.of(Parameters.ofQuery(request), settings);
            form = Parameters.ofForm(request);
        } catch (OAuthException refusal) {
            return HtmlPage.error(refusal);
        }
        try {
            asked.check(offer);
            if (form.get("decision").filter("deny"::equals).isPresent()) {
                throw new OAuthException(400, "access_denied", "The user refused.");
            }
        } catch (OAuthException refusal) {
            return refuse(asked, issuer, refusal);
        }
        String name = form.get("user").orElse("").strip();
        if (name.isEmpty()
                || name.length() > LoginPages.LONGEST_NAME
                || name.chars().anyMatch(Character::isISOControl)) {
            String complaint = "Give a name of 1 to " + LoginPages.LONGEST_NAME + " characters.";
            return LoginPages.login(asked, asked.scopes(offer), "", complaint);
        }
        sessions.of(request.headers()).ifPresent(former -> sessions.close(former.id()));
        LoginSessions.Opened opened = sessions.open(name);
        return allow(asked, issuer, offer, opened.session()).with(opened.cookie());
    }

    /**
     * The form is taken from its own page alone: another site's must not decide who somebody is. A browser says whose page it is;
     * one that does not names its origin at least.
     */
    static void refuseForeign(Headers headers) {
        String host = headers.first("Host").orElse("");
        Optional<String> site = headers.first("Sec-Fetch-Site");
        boolean own = site.isPresent()
                ? site.get().equals("same-origin")
                : headers.first("Origin")
                        .map(origin -> origin.endsWith("://" + host))
                        .orElse(true);
        if (!own) {
            throw new OAuthException(403, "access_denied", "The form comes from a page of another site.");
        }
    }

    private MockResponse allow(AuthorizationRequest asked, Issuer issuer, Offer offer, LoginSession session) {
        Grant grant = new Grant(
                UUID.randomUUID().toString(),
                asked.client(),
                session,
                asked.scopes(offer),
                asked.parameters().get("nonce"));
        return Replies.redirect(asked.answer(issuer.id(), Map.of("code", grants.codeFor(grant, asked))));
    }

    private static MockResponse refuse(AuthorizationRequest asked, Issuer issuer, OAuthException refusal) {
        return Replies.redirect(asked.answer(
                issuer.id(), Map.of("error", refusal.error(), "error_description", refusal.description())));
    }
}
