package dev.countersign.mock.render;

import dev.countersign.mock.exchange.Header;
import dev.countersign.mock.exchange.MockResponse;
import dev.countersign.mock.validate.Violation;
import dev.countersign.openapi.json.JsonTree;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Problem details (RFC 9457), for whatever the contract has no words for. */
public final class ProblemBody {
    private static final Header TYPE = new Header("Content-Type", "application/problem+json");

    private final ObjectNode body = JsonNodeFactory.instance.objectNode();
    private final int status;

    private ProblemBody(String type, String title, int status, String detail) {
        this.status = status;
        body.put("type", type);
        body.put("title", title);
        body.put("status", status);
        body.put("detail", detail);
    }

    /**
     * A problem that its status says enough about.
     *
     * @param detail what happened and what to do about it, without secrets
     */
    public static ProblemBody of(int status, String detail) {
        return new ProblemBody("about:blank", Titles.of(status), status, detail);
    }

    /** A problem of a type that is documented. */
    public static ProblemBody of(ProblemType type, int status, String detail) {
        return new ProblemBody(type.uri(), type.title(), status, detail);
    }

    /** Adds a list of texts; an empty one is left out. */
    public ProblemBody list(String name, List<String> texts) {
        if (!texts.isEmpty()) {
            ArrayNode array = body.putArray(name);
            texts.forEach(array::add);
        }
        return this;
    }

    /** Adds every violation. */
    public ProblemBody violations(List<Violation> violations) {
        ArrayNode array = body.putArray("violations");
        violations.forEach(violation -> array.add(ViolationJson.of(violation)));
        return this;
    }

    /** The response that carries it. */
    public MockResponse response() {
        return new MockResponse(status, List.of(TYPE), JsonTree.bytes(body));
    }
}
