package dev.countersign.mock.validate;

import dev.countersign.mock.exchange.MediaType;
import dev.countersign.openapi.schema.format.Budget;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A sequence of values, which is an array to JSON Schema (OAS 3.2 section 4.14.2). Before 3.2 there was no way to say so,
 * and authors wrote the schema of one value: a body of one value is then that value, and a longer one is not examined.
 */
record SequenceBody(ExpectedType expected) implements BodyReader {
    private static final String RECORD_SEPARATOR = "\u001e";

    @Override
    public ReadResult read(MediaType actual, byte[] body, Budget budget) {
        ReadResult reading = items(actual, body);
        if (!(reading instanceof ReadResult.Value items) || isOfItems()) {
            return reading;
        }
        return items.node().size() == 1 ? new ReadResult.Value(items.node().get(0)) : ReadResult.MISSING;
    }

    /** Whether the schema is that of an array of the items. */
    boolean isOfItems() {
        return expected.isArray() || expected.isUntyped();
    }

    /** The items as an array, whatever the schema says. */
    ReadResult items(MediaType actual, byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        ArrayNode items = JsonNodeFactory.instance.arrayNode();
        return actual.isEventStream() ? events(text, items) : values(actual, text, items);
    }

    private static ReadResult values(MediaType type, String text, ArrayNode items) {
        List<String> records = type.isRecordSeparated()
                ? Structure.split(text, RECORD_SEPARATOR)
                : text.lines().toList();
        List<String> repeated = new ArrayList<>(0);
        for (String record : records) {
            if (!record.isBlank()) {
                ReadResult reading = JsonBody.read(record);
                if (!(reading instanceof ReadResult.Value value)) {
                    return new ReadResult.Malformed("has an item " + items.size() + " that is not well-formed JSON");
                }
                int index = items.size();
                value.repeated().forEach(pointer -> repeated.add("/" + index + pointer));
                items.add(value.node());
            }
        }
        return new ReadResult.Value(items, List.of(), repeated);
    }

    /** HTML section 9.2.6: an event ends with an empty line, an unknown field and a comment are nothing. */
    private static ReadResult events(String text, ArrayNode events) {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        for (String line : Structure.split(text.replace("\r\n", "\n").replace('\r', '\n'), "\n")) {
            if (line.isEmpty()) {
                if (!event.isEmpty()) {
                    events.add(event);
                    event = JsonNodeFactory.instance.objectNode();
                }
                continue;
            }
            int colon = line.indexOf(':');
            String name = colon < 0 ? line : line.substring(0, colon);
            String value = colon < 0 ? "" : line.substring(colon + 1);
            field(event, name, value.startsWith(" ") ? value.substring(1) : value);
        }
        return new ReadResult.Value(events);
    }

    private static void field(ObjectNode event, String name, String value) {
        switch (name) {
            case "data" ->
                event.put("data", event.has("data") ? event.get("data").asString() + "\n" + value : value);
            case "event", "id" -> event.put(name, value);
            case "retry" -> {
                if (value.matches("[0-9]{1,18}")) {
                    event.put("retry", Long.parseLong(value));
                }
            }
            default -> {
                // Ignored, as the standard of the format demands.
            }
        }
    }
}
