package dev.countersign.verify.streams;

import dev.countersign.mock.exchange.MediaType;
import dev.countersign.openapi.contract.Example;
import dev.countersign.openapi.contract.MediaTypeSpec;
import dev.countersign.verify.cases.JsonDifference;
import dev.countersign.verify.cases.Samples;
import dev.countersign.verify.cases.TestCase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * What is in the stream that a case is answered with.
 *
 * @param example the name of the document's example; empty for a lone one
 * @param items its items; of events the fields that a client hands out (HTML Standard section 9.2)
 * @param obstacle why nothing is known of them; absent when they are
 */
record StreamedCase(String example, List<JsonNode> items, Optional<String> obstacle) {
    private static final List<String> FIELDS = List.of("event", "id", "retry", "data");

    static StreamedCase of(TestCase success, Samples samples) {
        Optional<MediaTypeSpec> stream = success.response().content().stream()
                .filter(each -> isEvents(each) || is(each, MediaType::isJsonSequence))
                .findFirst();
        if (stream.isEmpty()) {
            return without("its answer is no stream");
        }
        List<Example> examples = stream.get().examples().stream()
                .filter(each -> each.value().isPresent())
                .toList();
        Optional<Example> example = examples.stream()
                .filter(each -> each.name().equals(success.answer().example()))
                .findFirst()
                .or(() -> examples.stream().findFirst());
        if (example.isEmpty()) {
            return without("its stream has no example");
        }
        JsonNode value = example.get().value().orElseThrow();
        if (value.isString()) {
            return without("the example of its stream is a text, and not its items");
        }
        Optional<String> fault = stream.get().schema().flatMap(schema -> samples.responseFault(schema, value));
        if (fault.isPresent()) {
            return without("the example of its stream does not fit: " + fault.get());
        }
        List<JsonNode> items = value.isArray() ? value.valueStream().toList() : List.of(value);
        return new StreamedCase(example.get().name(), isEvents(stream.get()) ? events(items) : items, Optional.empty());
    }

    private static StreamedCase without(String reason) {
        return new StreamedCase("", List.of(), Optional.of(reason));
    }

    private static boolean isEvents(MediaTypeSpec media) {
        return is(media, MediaType::isEventStream);
    }

    private static boolean is(MediaTypeSpec media, Predicate<MediaType> kind) {
        return MediaType.parse(media.name()).filter(kind).isPresent();
    }

    /** An identifier holds until there is another; what has no data is no event. */
    private static List<JsonNode> events(List<JsonNode> items) {
        List<JsonNode> events = new ArrayList<>();
        String id = "";
        for (JsonNode item : items) {
            boolean named = item.isObject() && FIELDS.stream().anyMatch(item::has);
            JsonNode fields =
                    named ? item : JsonNodeFactory.instance.objectNode().set("data", item);
            id = fields.path("id").asString(id);
            if (fields.has("data")) {
                ObjectNode event = JsonNodeFactory.instance.objectNode();
                event.put("event", fields.path("event").asString("message"));
                event.put("id", id);
                event.set("data", fields.get("data"));
                if (fields.has("retry")) {
                    event.set("retry", fields.get("retry"));
                }
                events.add(event);
            }
        }
        return events;
    }

    /** Where the items that a client has handed out are others, one line each; empty when they are the same. */
    List<String> differences(List<JsonNode> found) {
        List<String> differences = new ArrayList<>();
        if (found.size() != items.size()) {
            differences.add("expected " + items.size() + " items, but the client handed out " + found.size());
        }
        for (int i = 0; i < Math.min(items.size(), found.size()); i++) {
            String item = "item " + (i + 1) + ": ";
            difference(items.get(i), found.get(i)).forEach(line -> differences.add(item + line));
        }
        return differences;
    }

    /** Data travels as text, which a client has read as JSON if that is what it is. */
    private static List<String> difference(JsonNode expected, JsonNode found) {
        List<String> literal = JsonDifference.between(expected, found);
        boolean travelled = expected instanceof ObjectNode event
                && event.has("data")
                && otherwise(event.get("data"))
                        .map(data -> event.deepCopy().set("data", data))
                        .anyMatch(other -> JsonDifference.between(other, found).isEmpty());
        return travelled ? List.of() : literal;
    }

    private static Stream<JsonNode> otherwise(JsonNode data) {
        if (!data.isString()) {
            return Stream.of(StringNode.valueOf(data.toString()));
        }
        try {
            return Stream.of(JsonMapper.shared().readTree(data.asString()));
        } catch (JacksonException e) {
            return Stream.empty();
        }
    }
}
