package dev.countersign.mock.callback;

import dev.countersign.mock.exchange.Header;
import dev.countersign.mock.exchange.MediaType;
import dev.countersign.mock.explain.Explanation;
import dev.countersign.mock.render.WrittenBody;
import dev.countersign.mock.route.RouteResult;
import dev.countersign.mock.sample.DirectedSamples;
import dev.countersign.openapi.contract.Contract;
import dev.countersign.openapi.contract.DocumentNode;
import dev.countersign.openapi.contract.SchemaNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The requests that a contract has the server make: callbacks and webhooks (OAS 3.1 sections 4.8.18 and 4.8.1). Thread-safe. */
public final class Callbacks {
    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "query");

    private final DocumentNode document;
    private final DirectedSamples samples;

    private Callbacks(DocumentNode document, DirectedSamples samples) {
        this.document = document;
        this.samples = samples;
    }

    /** The callbacks of a contract; bodies without example are generated. */
    public static Callbacks of(Contract contract, DirectedSamples samples) {
        return new Callbacks(DocumentNode.of(contract.document(), contract.dialect()), samples);
    }

    /** The calls, in the order of the contract; none when the exchange did not succeed. */
    public List<OutgoingCall> of(Explanation exchange) {
        List<OutgoingCall> calls = new ArrayList<>();
        if (exchange.route() instanceof RouteResult.Matched matched
                && exchange.response().status() < 400) {
            DocumentNode callbacks =
                    document.at(matched.operation().pointer() + "/callbacks").resolved();
            for (Map.Entry<String, JsonNode> named : callbacks.node().properties()) {
                DocumentNode callback = callbacks.child(named.getKey()).resolved();
                for (Map.Entry<String, JsonNode> target : callback.node().properties()) {
                    RuntimeExpression.expand(target.getKey(), exchange)
                            .ifPresent(url -> add(
                                    named.getKey(),
                                    url,
                                    callback.child(target.getKey()).resolved(),
                                    calls));
                }
            }
        }
        return calls;
    }

    /** The names of the webhooks, in the order of the contract. */
    public List<String> webhooks() {
        return List.copyOf(document.child("webhooks").node().propertyNames());
    }

    /** The calls of a webhook; none when there is no such webhook. */
    public List<OutgoingCall> webhook(String name, String url) {
        List<OutgoingCall> calls = new ArrayList<>();
        if (document.child("webhooks").node().has(name)) {
            add(name, url, document.child("webhooks").child(name).resolved(), calls);
        }
        return calls;
    }

    private void add(String name, String url, DocumentNode path, List<OutgoingCall> calls) {
        for (Map.Entry<String, JsonNode> field : path.node().properties()) {
            if (METHODS.contains(field.getKey())) {
                DocumentNode operation = path.child(field.getKey()).resolved();
                CallbackParameters parameters = new CallbackParameters();
                for (DocumentNode holder : List.of(operation, path)) {
                    for (int i = 0; i < holder.node().path("parameters").size(); i++) {
                        DocumentNode parameter = holder.child("parameters")
                                .child(Integer.toString(i))
                                .resolved();
                        value(parameter, false).ifPresent(value -> parameters.add(parameter.node(), value));
                    }
                }
                Optional<WrittenBody> body =
                        body(operation.child("requestBody").resolved().child("content"));
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

    private Optional<WrittenBody> body(DocumentNode content) {
        Optional<String> type = content.node().propertyNames().stream().findFirst();
        return type.flatMap(name -> {
            DocumentNode mediaType = content.child(name).resolved();
            boolean json = MediaType.parse(name).filter(MediaType::isJson).isPresent();
            return value(mediaType, json).map(value -> WrittenBody.of(value, name, schema(mediaType), document.node()));
        });
    }

    private static Optional<SchemaNode> schema(DocumentNode holder) {
        return Optional.of(holder.child("schema").schema()).filter(SchemaNode::exists);
    }

    /**
     * What a media type or a parameter has for example, or else a sample of its schema.
     *
     * @param json whether a text is a value like any other, and not what travels
     */
    private Optional<JsonNode> value(DocumentNode holder, boolean json) {
        JsonNode example = holder.node().path("example");
        if (example.isMissingNode()) {
            DocumentNode examples = holder.child("examples").resolved();
            example = examples.node().propertyNames().stream()
                    .findFirst()
                    .map(name -> examples.child(name).resolved().node())
                    .map(first -> first.path(first.has("dataValue") ? "dataValue" : "value"))
                    .orElse(example);
        }
        JsonNode found = example;
        if (found.isMissingNode()) {
            return schema(holder).map(schema -> samples.sample(schema, 0));
        }
        return found.isString() && !json
                ? Optional.of(found)
                : schema(holder).map(schema -> samples.fit(schema, found)).or(() -> Optional.of(found));
    }
}
