package dev.countersign.mock.callback;

import dev.countersign.mock.explain.Explanation;
import dev.countersign.mock.render.Samples;
import dev.countersign.mock.route.RouteResult;
import dev.countersign.openapi.Contract;
import dev.countersign.openapi.SchemaNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** The requests that a contract has the server make: callbacks and webhooks (OAS 3.1 sections 4.8.18 and 4.8.1). Thread-safe. */
public final class Callbacks {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "options", "head", "patch");
    private static final int MOST_REFERENCES = 32;

    private final JsonNode document;
    private final Samples samples;

    private Callbacks(JsonNode document, Samples samples) {
        this.document = document;
        this.samples = samples;
    }

    /** The callbacks of a contract; bodies without example are generated. */
    public static Callbacks of(Contract contract, Samples samples) {
        return new Callbacks(contract.document(), samples);
    }

    /** The calls, in the order of the contract; none when the exchange did not succeed. */
    public List<OutgoingCall> of(Explanation exchange) {
        List<OutgoingCall> calls = new ArrayList<>();
        if (exchange.route() instanceof RouteResult.Matched matched
                && exchange.response().status() < 400) {
            Located callbacks = at(matched.operation().pointer() + "/callbacks");
            for (Map.Entry<String, JsonNode> named : callbacks.node.properties()) {
                Located callback = callbacks.child(named.getKey());
                for (Map.Entry<String, JsonNode> target : callback.node.properties()) {
                    RuntimeExpression.expand(target.getKey(), exchange)
                            .ifPresent(url -> add(named.getKey(), url, callback.child(target.getKey()), calls));
                }
            }
        }
        return calls;
    }

    /** The names of the webhooks, in the order of the contract. */
    public List<String> webhooks() {
        return List.copyOf(document.path("webhooks").propertyNames());
    }

    /** The calls of a webhook; none when there is no such webhook. */
    public List<OutgoingCall> webhook(String name, String url) {
        List<OutgoingCall> calls = new ArrayList<>();
        if (document.path("webhooks").has(name)) {
            add(name, url, at("/webhooks").child(name), calls);
        }
        return calls;
    }

    private void add(String name, String url, Located path, List<OutgoingCall> calls) {
        for (Map.Entry<String, JsonNode> field : path.node.properties()) {
            if (METHODS.contains(field.getKey())) {
                Located content =
                        path.child(field.getKey()).child("requestBody").child("content");
                Optional<String> type = content.node.propertyNames().stream().findFirst();
                calls.add(new OutgoingCall(
                        name,
                        field.getKey().toUpperCase(Locale.ROOT),
                        url,
                        type,
                        type.map(key -> body(content.child(key))).orElse("")));
            }
        }
    }

    private String body(Located mediaType) {
        JsonNode example = mediaType.node.path("example");
        if (example.isMissingNode()) {
            Located examples = mediaType.child("examples");
            example = examples.node.propertyNames().stream()
                    .findFirst()
                    .map(name -> examples.child(name).node)
                    .map(first -> first.path(first.has("dataValue") ? "dataValue" : "value"))
                    .orElse(example);
        }
        if (example.isMissingNode() && mediaType.node.has("schema")) {
            SchemaNode schema = new SchemaNode(mediaType.pointer + "/schema", mediaType.node.path("schema"));
            example = samples.sample(schema, 0);
        }
        return example.isMissingNode() ? "" : example.isString() ? example.stringValue() : example.toString();
    }

    private Located at(String pointer) {
        JsonNode node = document.at(pointer);
        String place = pointer;
        for (int i = 0; i < MOST_REFERENCES; i++) {
            String reference = node.path("$ref").asString("");
            if (!reference.startsWith("#/")) {
                break;
            }
            place = reference.substring(1);
            node = document.at(JsonPointer.compile(place));
        }
        return new Located(place, node);
    }

    /** A node with the place that it truly stands at, references followed. */
    private final class Located {
        private final String pointer;
        private final JsonNode node;

        Located(String pointer, JsonNode node) {
            this.pointer = pointer;
            this.node = node;
        }

        Located child(String name) {
            return at(pointer + "/" + name.replace("~", "~0").replace("/", "~1"));
        }
    }
}
