package dev.countersign.mock.oidc;

import dev.countersign.mock.exchange.Header;
import dev.countersign.mock.exchange.MockResponse;
import dev.countersign.openapi.json.JsonTree;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The kinds of answers that the endpoints give. None is kept by caches (RFC 6749 section 5.1). */
final class Replies {
    private static final Header NO_STORE = new Header("Cache-Control", "no-store");

    private Replies() {}

    static MockResponse json(ObjectNode body) {
        return json(200, body);
    }

    private static MockResponse json(int status, ObjectNode body) {
        return new MockResponse(
                status,
                List.of(new Header("Content-Type", "application/json"), NO_STORE, new Header("Pragma", "no-cache")),
                JsonTree.bytes(body));
    }

    /** RFC 6749 section 5.2. */
    static MockResponse error(OAuthException refusal) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("error", refusal.error()).put("error_description", refusal.description());
        MockResponse answer = json(refusal.status(), body);
        return refusal.status() == 401 ? answer.with(new Header("WWW-Authenticate", "Basic realm=\"mock\"")) : answer;
    }

    /** A bearer token that is not enough (RFC 6750 section 3). */
    static MockResponse challenge(int status, String parameters) {
        return new MockResponse(
                status,
                List.of(NO_STORE, new Header("WWW-Authenticate", "Bearer realm=\"mock\"" + parameters)),
                new byte[0]);
    }

    /** Sends the browser on, which asks there with GET. */
    static MockResponse redirect(String address) {
        return new MockResponse(303, List.of(NO_STORE, new Header("Location", address)), new byte[0]);
    }

    static MockResponse empty() {
        return new MockResponse(200, List.of(NO_STORE), new byte[0]);
    }
}
