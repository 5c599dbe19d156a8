package dev.countersign.verify.refusal;

import dev.countersign.openapi.contract.SchemaNode;
import dev.countersign.verify.cases.Body;
import dev.countersign.verify.cases.MediaTypes;
import dev.countersign.verify.cases.RequestLine;
import dev.countersign.verify.cases.Samples;
import dev.countersign.verify.cases.Siblings;
import dev.countersign.verify.cases.TestCase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a pact cannot say, because it holds only requests that succeed: which requests must be refused, one odd field at a
 * time, and which must not be although they hold more than the examples.
 */
public final class Probes {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<JsonNode> OTHER_TYPES =
            List.of(JSON.numberNode(-1), JSON.stringNode("known-bad"), JSON.arrayNode(), JSON.objectNode());

    private final TestCase testCase;
    private final Samples samples;
    private final List<Probe> probes = new ArrayList<>();

    private Probes(TestCase testCase, Samples samples) {
        this.testCase = testCase;
        this.samples = samples;
    }

    /** The probes of every operation, varied from its first success. */
    public static List<Probe> of(List<TestCase> cases, Samples samples) {
        Map<String, TestCase> firsts = new LinkedHashMap<>();
        Siblings siblings = new Siblings(cases);
        cases.stream()
                .filter(TestCase::isSuccess)
                .filter(c -> siblings.of(c).isEmpty())
                .forEach(c -> firsts.putIfAbsent(c.operation().id(), c));
        return firsts.values().stream()
                .flatMap(c -> new Probes(c, samples).all().stream())
                .toList();
    }

    private List<Probe> all() {
        testCase.body().filter(Body::isJson).ifPresent(body -> {
            add("malformed JSON", "{\"", body.mediaType(), false);
            if (!documentsAnyMediaType()) {
                add(
                        "a media type that is not documented",
                        body.value().toString(),
                        "application/x-undocumented",
                        false);
            }
            body.schema().ifPresent(schema -> addFields(body, schema));
        });
        if (!testCase.credentials().isEmpty()) {
            TestCase stranger = testCase.withoutCredentials();
            Optional<String> text =
                    stranger.body().filter(Body::isJson).map(b -> b.value().toString());
            probes.add(new Probe(
                    "no credentials",
                    stranger,
                    headers(stranger, stranger.body().map(Body::mediaType)),
                    text,
                    false,
                    Optional.empty()));
        }
        alternatives();
        return probes;
    }

    /** Each other media type of the answer, asked for as a consumer would. */
    private void alternatives() {
        Optional<Body> request = testCase.body();
        boolean empty = testCase.answer().body().isEmpty();
        if (empty || request.isPresent() && !request.get().isJson()) {
            return;
        }
        String usual = testCase.answer().body().map(Body::essence).orElse("");
        testCase.response().content().stream()
                .filter(type -> type.schema().isPresent() || !type.examples().isEmpty())
                .map(type -> MediaTypes.essence(type.name()))
                .filter(type -> !type.equals(usual) && !type.contains("*"))
                .distinct()
                .forEach(type -> {
                    Map<String, String> headers = headers(testCase, request.map(Body::mediaType));
                    headers.put("Accept", type);
                    headers.put("Prefer", "code=" + testCase.status());
                    probes.add(new Probe(
                            "the wish for " + type,
                            testCase,
                            headers,
                            request.map(body -> body.value().toString()),
                            true,
                            Optional.of(type)));
                });
    }

    private boolean documentsAnyMediaType() {
        return testCase.operation().requestBody().stream()
                .flatMap(body -> body.content().stream())
                .anyMatch(type -> type.name().contains("*"));
    }

    private void addFields(Body body, SchemaNode schema) {
        if (!(body.value() instanceof ObjectNode whole)) {
            return;
        }
        whole.properties().forEach(property -> {
            ObjectNode without = whole.deepCopy();
            without.remove(property.getKey());
            addJson("no \"" + property.getKey() + "\"", without, body, schema);
            OTHER_TYPES.stream()
                    .map(value -> whole.deepCopy().set(property.getKey(), value))
                    .filter(value -> samples.requestFault(schema, value).isPresent())
                    .findFirst()
                    .ifPresent(value -> addJson("a wrong \"" + property.getKey() + "\"", value, body, schema));
        });
        addJson("an additional field", whole.deepCopy().put("x-additional", 1), body, schema);
    }

    private void addJson(String name, JsonNode value, Body body, SchemaNode schema) {
        boolean acceptable = samples.requestFault(schema, value).isEmpty();
        add(name, value.toString(), body.mediaType(), acceptable);
    }

    private void add(String name, String text, String mediaType, boolean acceptable) {
        probes.add(new Probe(
                name,
                testCase,
                headers(testCase, Optional.of(mediaType)),
                Optional.of(text),
                acceptable,
                Optional.empty()));
    }

    private static Map<String, String> headers(TestCase testCase, Optional<String> mediaType) {
        Map<String, String> headers = new LinkedHashMap<>();
        RequestLine.of(testCase).headers().forEach((name, values) -> headers.put(name, String.join(",", values)));
        mediaType.ifPresent(type -> headers.put("Content-Type", type));
        return headers;
    }
}
