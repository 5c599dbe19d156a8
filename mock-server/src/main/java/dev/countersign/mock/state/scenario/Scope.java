package dev.countersign.mock.state.scenario;

import dev.countersign.mock.exchange.MockRequest;
import dev.countersign.mock.oidc.TokenSigner;
import dev.countersign.mock.state.SessionState;
import dev.countersign.mock.state.Visit;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;

/** What the expressions of a rule speak of while it is held against one request. Guarded by the session's lock. */
final class Scope {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Visit visit;
    private final SessionState session;
    private final Instant now;
    private final Supplier<UUID> uuids;
    private final TokenSigner signer;
    private final Map<String, JsonNode> names = new HashMap<>();

    Scope(Visit visit, SessionState session, Instant now, Supplier<UUID> uuids, TokenSigner signer) {
        this.visit = visit;
        this.session = session;
        this.now = now;
        this.uuids = uuids;
        this.signer = signer;
    }

    SessionState session() {
        return session;
    }

    Instant now() {
        return now;
    }

    TokenSigner signer() {
        return signer;
    }

    /** The state of the scenario; the missing node while it is the first. */
    JsonNode state() {
        return text(session.state());
    }

    JsonNode uuid() {
        return NODES.stringNode(uuids.get().toString());
    }

    MockRequest request() {
        return visit.request();
    }

    JsonNode body() {
        return visit.validated().body().orElse(MissingNode.getInstance());
    }

    JsonNode path(String name) {
        return NODES.stringNode(visit.pathValue(name));
    }

    JsonNode header(String name) {
        return text(request().headers().first(name));
    }

    JsonNode query(String name) {
        return text(request().queryValues(name).findFirst());
    }

    /** The claims of the request's bearer token (RFC 6750), where it was signed here and is not expired. */
    JsonNode bearer() {
        return request()
                .headers()
                .first("Authorization")
                .filter(field -> field.regionMatches(true, 0, "Bearer ", 0, "Bearer ".length()))
                .flatMap(field ->
                        signer.verify(field.substring("Bearer ".length()).strip()))
                .orElse(MissingNode.getInstance());
    }

    private static JsonNode text(Optional<String> value) {
        return value.<JsonNode>map(NODES::stringNode).orElse(MissingNode.getInstance());
    }

    /** What a rule has found or named; the missing node when it has not. */
    JsonNode named(String name) {
        return names.getOrDefault(name, MissingNode.getInstance());
    }

    void name(String name, JsonNode value) {
        names.put(name, value);
    }
}
