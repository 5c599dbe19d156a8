package dev.countersign.mock.oidc;

import dev.countersign.mock.exchange.Headers;
import dev.countersign.mock.exchange.MockRequest;
import dev.countersign.mock.exchange.MockResponse;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Where a browser is sent to log its user in (RFC 6749 section 3.1), and where the form of the page leads. */
final class AuthorizationEndpoint {
    private final LoginSettings settings;
    private final Grants grants;
    private final Sessions sessions;
    private final InstantSource clock;

    AuthorizationEndpoint(LoginSettings settings, Grants grants, Sessions sessions, InstantSource clock) {
        this.settings = settings;
        this.grants = grants;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** Sends a browser back whose user is known, and shows the page to others. */
    MockResponse authorize(MockRequest request, Issuer issuer, Offer offer) {
        AuthorizationRequest asked;
        try {
            asked = AuthorizationRequest.of(Parameters.of(request), settings);
        } catch (OAuthException refusal) {
            return Page.error(refusal);
        }
        try {
            asked.check(offer);
            Optional<Session> session =
                    sessions.of(request.headers()).filter(known -> !asked.wantsLogin(known, clock.instant()));
            if (session.isPresent()) {
                return allow(asked, issuer, offer, session.get());
            }
            if (asked.prompts().contains("none")) {
                throw new OAuthException(400, "login_required", "Nobody is logged in.");
            }
            String hint = asked.parameters().get("login_hint").orElse("");
            return LoginPages.login(issuer, asked, asked.scopes(offer), hint, "");
        } catch (OAuthException refusal) {
            return refuse(asked, issuer, refusal);
        }
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
            return Page.error(refusal);
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
            return LoginPages.login(issuer, asked, asked.scopes(offer), "", complaint);
        }
        sessions.of(request.headers()).ifPresent(former -> sessions.close(former.id()));
        Sessions.Opened opened = sessions.open(name);
        return allow(asked, issuer, offer, opened.session()).with(opened.cookie());
    }

    /** The form is taken from its own page alone: another site's must not decide who somebody is. */
    static void refuseForeign(Headers headers) {
        String host = headers.first("Host").orElse("");
        boolean foreign = headers.first("Sec-Fetch-Site")
                        .filter(site -> !site.equals("same-origin"))
                        .isPresent()
                || headers.first("Origin")
                        .filter(origin -> !origin.endsWith("://" + host))
                        .isPresent();
        if (foreign) {
            throw new OAuthException(403, "access_denied", "The form comes from a page of another site.");
        }
    }

    private MockResponse allow(AuthorizationRequest asked, Issuer issuer, Offer offer, Session session) {
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
