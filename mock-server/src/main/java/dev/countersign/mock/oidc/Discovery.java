package dev.countersign.mock.oidc;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What clients read first (OpenID Connect Discovery section 3, RFC 8414 section 2). */
final class Discovery {
    private Discovery() {}

    static ObjectNode of(Issuer issuer, Offer offer) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("issuer", issuer.id());
        if (offer.grants().contains(Offer.CODE)) {
            json.put("authorization_endpoint", issuer.base() + "/authorize");
        }
        json.put("token_endpoint", issuer.base() + "/token");
        json.put("jwks_uri", issuer.base() + "/jwks");
        json.put("userinfo_endpoint", issuer.base() + "/userinfo");
        json.put("end_session_endpoint", issuer.base() + "/logout");
        json.put("introspection_endpoint", issuer.base() + "/introspect");
        json.put("revocation_endpoint", issuer.base() + "/revoke");
        Set<String> scopes = new LinkedHashSet<>(Offer.STANDARD);
        scopes.addAll(offer.scopes());
        put(json, "scopes_supported", scopes);
        put(json, "response_types_supported", List.of("code"));
        put(json, "response_modes_supported", List.of("query", "fragment"));
        put(json, "grant_types_supported", offer.grants());
        put(json, "prompt_values_supported", List.of("none", "login", "select_account"));
        put(json, "subject_types_supported", List.of("public"));
        put(json, "id_token_signing_alg_values_supported", List.of("RS256"));
        put(
                json,
                "token_endpoint_auth_methods_supported",
                List.of("none", "client_secret_basic", "client_secret_post"));
        put(json, "code_challenge_methods_supported", List.of("S256"));
        put(
                json,
                "claims_supported",
                List.of("sub", "name", "preferred_username", "email", "email_verified", "auth_time"));
        json.put("authorization_response_iss_parameter_supported", true);
        return json;
    }

    private static void put(ObjectNode json, String name, Collection<String> values) {
        ArrayNode array = json.putArray(name);
        values.forEach(array::add);
    }
}
