package dev.countersign.mock.oidc;

import dev.countersign.mock.exchange.MockRequest;
import dev.countersign.mock.exchange.MockResponse;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Tells what a token is worth, and makes it worth nothing. */
record TokenStatus(Tokens tokens, Grants grants) {

    /** What scopes let a client know of the user whose token it has (OpenID Connect Core section 5.3). */
    MockResponse userInfo(MockRequest request) {
        Optional<String> token = bearer(request);
        if (token.isEmpty()) {
            return Replies.challenge(401, "");
        }
        Optional<Jwt> access = token.flatMap(tokens::access).filter(this::isAlive);
        if (access.isEmpty()) {
            return Replies.challenge(
                    401,
                    ", error=\"invalid_token\", error_description=\"The token is expired, revoked or not one of ours\"");
        }
        Set<String> scopes = Set.of(access.get().claim("scope").split(" ", -1));
        if (!scopes.contains("openid") || !access.get().claims().has("grant")) {
            return Replies.challenge(403, ", error=\"insufficient_scope\", scope=\"openid\"");
        }
        return Replies.json(Tokens.user(access.get().claim("preferred_username"), scopes));
    }

    private static Optional<String> bearer(MockRequest request) {
        Optional<String> field = request.headers().first("Authorization");
        if (field.isEmpty() && request.method().equals("POST")) {
            return Parameters.ofForm(request).get("access_token"); // RFC 6750 section 2.2
        }
        return field.filter(value -> value.regionMatches(true, 0, "bearer ", 0, 7))
                .map(value -> value.substring(7).strip());
    }

    /** RFC 7662. */
    ObjectNode introspect(MockRequest request) {
        Parameters form = Parameters.ofForm(request);
        Client.of(request, form).requireSecret();
        String token = form.required("token");
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        Optional<Jwt> access = tokens.access(token).filter(this::isAlive);
        if (access.isPresent()) {
            json.put("active", true).put("token_type", "Bearer");
            access.get().claims().properties().forEach(claim -> json.set(claim.getKey(), claim.getValue()));
            return json;
        }
        Optional<Grant> grant = grants.of(token);
        json.put("active", grant.isPresent());
        grant.ifPresent(each -> json.put("client_id", each.client()).put("scope", String.join(" ", each.scopes())));
        return json;
    }

    /** RFC 7009: a refresh token takes all with it that came of its login, and so does an access token. */
    MockResponse revoke(MockRequest request) {
        Parameters form = Parameters.ofForm(request);
        Client client = Client.of(request, form);
        String token = form.required("token");
        grants.of(token)
                .filter(grant -> grant.client().equals(client.id()))
                .ifPresent(grant -> grants.revoke(grant.id()));
        tokens.access(token)
                .filter(jwt -> jwt.claim("client_id").equals(client.id()))
                .ifPresent(jwt -> grants.revoke(jwt.claim("grant")));
        return Replies.empty();
    }

    /** A client's own token belongs to no login, and cannot be revoked. */
    private boolean isAlive(Jwt token) {
        return !token.claims().has("grant") || grants.isAlive(token.claim("grant"));
    }
}
