package dev.countersign.mock.callback;

import dev.countersign.mock.exchange.Header;
import dev.countersign.mock.explain.Explanation;
import dev.countersign.mock.render.Samples;
import dev.countersign.mock.render.WrittenBody;
import dev.countersign.mock.route.RouteResult;
import dev.countersign.openapi.contract.Contract;
import dev.countersign.openapi.contract.SchemaNode;
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
    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "query");
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
                Located operation = path.child(field.getKey());
                CallbackParameters parameters = new CallbackParameters();
                for (Located holder : List.of(operation, path)) {
                    for (int i = 0; i < holder.node.path("parameters").size(); i++) {
                        Located parameter = holder.child("parameters").child(Integer.toString(i));
                        value(parameter).ifPresent(value -> parameters.add(parameter.node, value));
                    }
                }
                Optional<WrittenBody> body = body(operation.child("requestBody").child("content"));
                List<Header> headers = new ArrayList<>(parameters.headers());
                body.ifPresent(written -> headers.add(0, new Header("Content-Type", written.contentType())));
                calls.add(new OutgoingCall(
                        name,
                        field.getKey().toUpperCase(Locale.ROOT),
                        parameters.addedTo(url),
                        headers,
                        body.map(WrittenBody::text).orElse("")));
            }
        }
    }

    private Optional<WrittenBody> body(Located content) {
        Optional<String> type = content.node.propertyNames().stream().findFirst();
        return type.flatMap(name -> {
            Located mediaType = content.child(name);
            return value(mediaType).map(value -> WrittenBody.of(value, name, schema(mediaType), document));
        });
    }

    private static Optional<SchemaNode> schema(Located holder) {
        JsonNode schema = holder.node.path("schema");
        return schema.isMissingNode()
                ? Optional.empty()
                : Optional.of(new SchemaNode(holder.pointer + "/schema", schema));
    }

    /** What a media type or a parameter has for example, or else a sample of its schema. */
    private Optional<JsonNode> value(Located holder) {
        JsonNode example = holder.node.path("example");
        if (example.isMissingNode()) {
            Located examples = holder.child("examples");
            example = examples.node.propertyNames().stream()
                    .findFirst()
                    .map(name -> examples.child(name).node)
                    .map(first -> first.path(first.has("dataValue") ? "dataValue" : "value"))
                    .orElse(example);
        }
        return example.isMissingNode() ? schema(holder).map(schema -> samples.sample(schema, 0)) : Optional.of(example);
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
