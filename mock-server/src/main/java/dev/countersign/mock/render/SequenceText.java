package dev.countersign.mock.render;

import dev.countersign.mock.exchange.MediaType;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Writes an array as a sequence: JSON lines, JSON text sequences or server-sent events (OAS 3.2 section 4.14.2). */
final class SequenceText {
    private static final List<String> EVENT_FIELDS = List.of("event", "id", "retry", "data");

    private SequenceText() {}

    static boolean isOne(MediaType type) {
        return type.isJsonSequence() || type.isEventStream();
    }

    /** The items of an array; any other value is the only one. */
    static String of(JsonNode value, MediaType type) {
        StringBuilder text = new StringBuilder();
        if (value.isArray()) {
            value.forEach(item -> append(item, type, text));
        } else {
            append(value, type, text);
        }
        return text.toString();
    }

    private static void append(JsonNode item, MediaType type, StringBuilder text) {
        if (type.isEventStream()) {
            event(item, text);
        } else {
            text.append(type.isRecordSeparated() ? "\u001e" : "").append(item).append('\n');
        }
    }

    /** An event, or where the schema knows nothing of events, what is in one. */
    private static void event(JsonNode item, StringBuilder text) {
        if (item.isObject() && EVENT_FIELDS.stream().anyMatch(item::has)) {
            EVENT_FIELDS.stream().filter(item::has).forEach(name -> field(name, item.get(name), text));
        } else {
            field("data", item, text);
        }
        text.append('\n');
    }

    private static void field(String name, JsonNode value, StringBuilder text) {
        for (String line : BodyText.plain(value).split("\r\n|\r|\n", -1)) {
            text.append(name).append(": ").append(line).append('\n');
        }
    }
}
