package dev.countersign.verify.provider;

import dev.countersign.openapi.contract.SchemaNode;
import dev.countersign.verify.cases.Body;
import dev.countersign.verify.cases.JsonDifference;
import dev.countersign.verify.cases.Samples;
import dev.countersign.verify.cases.SequenceText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Holds an answer that is a sequence of values against the contract: Pact does not know what that is.
 *
 * @param expected what the contract documents, or a value that it allows
 * @param literal whether the answer has to be the very one that is expected
 */
record SequenceCheck(Body expected, Samples samples, boolean literal) {
    /** How several servers say that a stream of JSON ends. */
    private static final String DONE = "[DONE]";

    /** What is wrong, one line each; empty when nothing is. */
    List<String> failures(String text) {
        try {
            // A sequence that the contract calls a text is one to its schema, too.
            return expected.value().isString()
                    ? failures(expected.value(), StringNode.valueOf(text), List.of(StringNode.valueOf(text)))
                    : failures(array(items(new String(expected.octets(), StandardCharsets.UTF_8))), items(text));
        } catch (IllegalArgumentException e) {
            return List.of("body: " + e.getMessage());
        }
    }

    private List<JsonNode> items(String text) {
        return SequenceText.items(text, expected.mediaType());
    }

    private List<String> failures(JsonNode wanted, List<JsonNode> items) {
        List<JsonNode> readings =
                readings(items).<JsonNode>map(SequenceCheck::array).toList();
        return failures(wanted, array(items), readings);
    }

    private List<String> failures(JsonNode wanted, JsonNode actual, List<JsonNode> readings) {
        List<String> failures = new ArrayList<>();
        if (literal) {
            JsonDifference.between(wanted, actual).forEach(line -> failures.add("body: " + line));
        }
        expected.schema()
                .flatMap(schema -> misfit(schema, readings))
                .ifPresent(fault -> failures.add("body: does not fit its schema: " + fault));
        return failures;
    }

    /** The fault of the first reading, unless another one has none. */
    private Optional<String> misfit(SchemaNode schema, List<JsonNode> readings) {
        List<Optional<String>> faults =
                readings.stream().map(reading -> fault(schema, reading)).toList();
        return faults.stream().allMatch(Optional::isPresent)
                ? faults.stream().findFirst().flatMap(first -> first)
                : Optional.empty();
    }

    /** Before OAS 3.2 a schema is that of an array of the items, or of one of them: what fits it says which. */
    private Optional<String> fault(SchemaNode schema, JsonNode reading) {
        if (!reading.isArray() || expected.value().isArray()) {
            return samples.responseFault(schema, reading);
        }
        return IntStream.range(0, reading.size())
                .boxed()
                .flatMap(i ->
                        samples.responseFault(schema, reading.get(i)).map(fault -> "item " + i + ": " + fault).stream())
                .findFirst();
    }

    /** What items are to their schema: of events either these or what they carry, which is text, or the JSON that it says. */
    private Stream<List<JsonNode>> readings(List<JsonNode> items) {
        if (!SequenceText.isOfEvents(expected.mediaType())) {
            return Stream.of(items);
        }
        Stream<JsonNode> examples =
                expected.value().isArray() ? expected.value().valueStream() : Stream.of(expected.value());
        List<List<JsonNode>> readings = new ArrayList<>();
        json(items).ifPresent(readings::add);
        readings.add(items);
        return examples.anyMatch(SequenceText::isEvent)
                ? readings.stream()
                : readings.stream()
                        .map(events -> events.stream()
                                .filter(event -> event.has("data"))
                                .map(event -> event.get("data"))
                                .toList());
    }

    /** The events with JSON in place of its text; absent when some carry none. */
    private static Optional<List<JsonNode>> json(List<JsonNode> items) {
        List<JsonNode> parsed = new ArrayList<>();
        try {
            for (JsonNode item : items) {
                String data = item.path("data").asString("");
                if (!data.equals(DONE)) {
                    ObjectNode event = item.deepCopy().asObject();
                    parsed.add(item.has("data") ? event.set("data", SequenceText.json(data, parsed.size())) : event);
                }
            }
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        return Optional.of(parsed);
    }

    private static ArrayNode array(List<JsonNode> items) {
        return JsonNodeFactory.instance.arrayNode().addAll(items);
    }
}
