package dev.countersign.verify.cases;

import dev.countersign.mock.exchange.MediaType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A sequence of values as it travels, and read back: JSON lines, JSON text sequences (RFC 7464), server-sent events (HTML
 * section 9.2). To JSON Schema it is an array (OAS 3.2 section 4.14.2).
 */
public final class SequenceText {
    private static final String RECORD_SEPARATOR = "\u001e";
    private static final List<String> FIELDS = List.of("event", "id", "retry", "data");
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private SequenceText() {}

    /** Whether a body of this media type is one. */
    public static boolean isOne(String mediaType) {
        return MediaType.parse(mediaType)
                .filter(type -> type.isJsonSequence() || type.isEventStream())
                .isPresent();
    }

    /** Whether it is one of events. */
    public static boolean isOfEvents(String mediaType) {
        return MediaType.parse(mediaType).filter(MediaType::isEventStream).isPresent();
    }

    /** Whether a value is an event, and not what one carries. */
    public static boolean isEvent(JsonNode value) {
        return value.isObject() && FIELDS.stream().anyMatch(value::has);
    }

    /** The text of an array's items; any other value is the only one. */
    static String of(JsonNode value, String mediaType) {
        Stream<JsonNode> items = value.isArray() ? value.valueStream() : Stream.of(value);
        return items.map(item -> isOfEvents(mediaType) ? event(item) : before(mediaType) + item + "\n")
                .collect(Collectors.joining());
    }

    private static String before(String mediaType) {
        return isRecordSeparated(mediaType) ? RECORD_SEPARATOR : "";
    }

    private static boolean isRecordSeparated(String mediaType) {
        return MediaType.parse(mediaType).filter(MediaType::isRecordSeparated).isPresent();
    }

    private static String event(JsonNode item) {
        Map<String, JsonNode> fields = new LinkedHashMap<>();
        if (isEvent(item)) {
            FIELDS.stream().filter(item::has).forEach(name -> fields.put(name, item.get(name)));
        } else {
            fields.put("data", item);
        }
        return fields.entrySet().stream()
                        .flatMap(field ->
                                plain(field.getValue()).lines().map(line -> field.getKey() + ": " + line + "\n"))
                        .collect(Collectors.joining())
                + "\n";
    }

    /** A text that is empty, or ends with a line's end, has one line more than Java counts. */
    private static String plain(JsonNode value) {
        String text = value.isValueNode() ? value.asString("") : value.toString();
        return text.isEmpty() || text.endsWith("\n") || text.endsWith("\r") ? text + "\n" : text;
    }

    /**
     * The items of a text; of events, objects whose {@code data} is text.
     *
     * @throws IllegalArgumentException when an item is not JSON; the message says which
     */
    public static List<JsonNode> items(String text, String mediaType) {
        return isOfEvents(mediaType) ? events(text) : values(text, isRecordSeparated(mediaType));
    }

    private static List<JsonNode> values(String text, boolean recordSeparated) {
        List<JsonNode> values = new ArrayList<>();
        Stream<String> records = recordSeparated ? Stream.of(text.split(RECORD_SEPARATOR)) : text.lines();
        records.filter(record -> !record.isBlank()).forEach(record -> values.add(json(record, values.size())));
        return values;
    }

    /** One item as JSON. */
    public static JsonNode json(String text, int index) {
        try {
            return JSON.readTree(text);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("item " + index + " is not JSON", e);
        }
    }

    /** What follows the last empty line is no event yet, and comments alone are none. */
    private static List<JsonNode> events(String text) {
        String[] blocks = text.replace("\r\n", "\n").replace('\r', '\n').split("\n\n", -1);
        return Stream.of(blocks)
                .limit(blocks.length - 1L)
                .map(SequenceText::fields)
                .filter(event -> !event.isEmpty())
                .map(JsonNode.class::cast)
                .toList();
    }

    private static ObjectNode fields(String block) {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        block.lines().forEach(line -> {
            String[] parts = line.split(":", 2);
            String value = parts.length == 1 ? "" : parts[1].startsWith(" ") ? parts[1].substring(1) : parts[1];
            switch (parts[0]) {
                case "data" ->
                    event.put("data", event.has("data") ? event.get("data").asString() + "\n" + value : value);
                case "event", "id" -> event.put(parts[0], value);
                case "retry" -> {
                    if (value.matches("[0-9]{1,18}")) {
                        event.put("retry", Long.parseLong(value));
                    }
                }
                default -> {
                    // Ignored, as the standard demands.
                }
            }
        });
        return event;
    }
}
