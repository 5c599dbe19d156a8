package dev.countersign.mock.oidc;

import dev.countersign.mock.exchange.MockRequest;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** Where clients get tokens (RFC 6749 section 3.2). */
record TokenEndpoint(Tokens tokens, Grants grants) {
    private static final Set<String> KNOWN = Set.of(
            "grant_type",
            "code",
            "redirect_uri",
            "client_id",
            "client_secret",
            "code_verifier",
            "refresh_token",
            "scope");

    /**
     * The answer to a request that is in order.
     *
     * @throws OAuthException when it is not
     */
    ObjectNode answer(MockRequest request, Issuer issuer, Offer offer) {
        Parameters form = Parameters.ofForm(request);
        form.refuseRepeated(KNOWN);
        String type = form.required("grant_type");
        offer.refuseUnless(type, "unsupported_grant_type");
        Client client = Client.of(request, form);
        return switch (type) {
            case Offer.CODE -> ofCode(form, client, issuer);
            case Offer.REFRESH -> ofRefreshToken(form, client, issuer);
            default -> ofClient(form, client, issuer, offer);
        };
    }

    private ObjectNode ofClient(Parameters form, Client client, Issuer issuer, Offer offer) {
        client.requireSecret();
        return tokens.forClient(
                issuer, client.id(), offer.scopes(form.get("scope").orElse("")));
    }

    private ObjectNode ofCode(Parameters form, Client client, Issuer issuer) {
        Grants.Code code = grants.redeem(form.required("code"));
        if (!code.grant().client().equals(client.id())) {
            throw OAuthException.invalidGrant("The code was given to another client.");
        }
        if (form.get("redirect_uri").filter(code.redirect()::equals).isEmpty()) {
            throw OAuthException.invalidGrant("The redirect_uri is not the one that the code was sent to.");
        }
        verify(code.challenge(), form.get("code_verifier"), client);
        Grant grant = code.grant();
        return tokens.forUser(issuer, grant, grant.scopes(), grant.nonce(), grants.refreshTokenFor(grant));
    }

    /** RFC 7636 section 4.6. A client that has no secret has nothing else to prove that the code is its own. */
    private static void verify(Optional<String> challenge, Optional<String> verifier, Client client) {
        if (challenge.isEmpty() && !client.hasSecret()) {
            throw OAuthException.invalidGrant(
                    "A client without a secret needs a code_challenge (PKCE) with its request.");
        }
        Optional<String> proof = verifier.filter(text -> text.matches("[A-Za-z0-9._~-]{43,128}"))
                .map(text -> Base64.getUrlEncoder().withoutPadding().encodeToString(Tokens.sha256(text)));
        if (verifier.isPresent() != challenge.isPresent() || !proof.equals(challenge)) {
            throw OAuthException.invalidGrant("The code_verifier does not fit the code_challenge.");
        }
    }

    private ObjectNode ofRefreshToken(Parameters form, Client client, Issuer issuer) {
        String token = form.required("refresh_token");
        Optional<Set<String>> wanted = form.get("scope")
                .map(scopes -> new LinkedHashSet<>(List.of(scopes.strip().split(" +"))));
        Grant grant = grants.use(token, client.id());
        if (wanted.isPresent() && !grant.scopes().containsAll(wanted.get())) {
            throw new OAuthException(400, "invalid_scope", "More is asked for than was allowed.");
        }
        return tokens.forUser(
                issuer, grant, wanted.orElse(grant.scopes()), Optional.empty(), grants.refreshTokenFor(grant));
    }
}
