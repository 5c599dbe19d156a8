package dev.countersign.openapi.json;

import java.io.StringWriter;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.ByteArrayBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads and writes JSON trees (RFC 8259) with the streaming parser alone. A mapper does the same, but brings with it the
 * binding of objects, three hundred classes that a mock server would load at each start and never use. Stateless and
 * thread-safe.
 */
public final class JsonTree {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final JsonFactory JSON = new JsonFactory();

    private JsonTree() {}

    /**
     * Reads the one value of a text; of a property that stands twice in an object, the last counts. Fractions are decimal
     * numbers of any precision.
     *
     * @param parser stands before the value; is not closed
     * @return the value; the missing node when there is none
     * @throws tools.jackson.core.JacksonException when the text is malformed, or goes on after the value
     */
    public static JsonNode read(JsonParser parser) {
        return read(parser, pointer -> {});
    }

    /**
     * The same.
     *
     * @param repeated takes the JSON pointer of each property that its object has had before
     */
    public static JsonNode read(JsonParser parser, Consumer<String> repeated) {
        return document(parser, repeated);
    }

    /** Like {@link #read(JsonParser)}, but a property that stands twice in an object is an error. */
    public static JsonNode readUnique(JsonParser parser) {
        return document(parser, pointer -> {
            throw new StreamReadException(parser, "Duplicate Object property \"" + parser.currentName() + "\"");
        });
    }

    /**
     * Reads one value out of a text that may go on after it.
     *
     * @param parser stands at the value's first token, and then at its last
     * @param repeated takes the JSON pointer of each property that its object has had before
     */
    public static JsonNode part(JsonParser parser, Consumer<String> repeated) {
        return value(parser, parser.currentToken(), repeated);
    }

    /** The value that a text in UTF-8 holds; absent when it is not well-formed, or blank. */
    public static Optional<JsonNode> of(byte[] text) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
            return Optional.of(read(parser)).filter(value -> !value.isMissingNode());
        } catch (JacksonException notJson) {
            return Optional.empty();
        }
    }

    /** Writes a value as compact JSON in UTF-8. */
    public static byte[] bytes(JsonNode value) {
        // Keeps what was written in blocks, so that a long text is copied once.
        ByteArrayBuilder bytes = new ByteArrayBuilder();
        try (JsonGenerator generator = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
            write(value, generator);
        }
        return bytes.toByteArray();
    }

    /** Writes a value as compact JSON. */
    public static String text(JsonNode value) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            write(value, generator);
        }
        return text.toString();
    }

    private static JsonNode document(JsonParser parser, Consumer<String> repeated) {
        JsonToken first = parser.nextToken();
        if (first == null) {
            return NODES.missingNode();
        }
        JsonNode value = value(parser, first, repeated);
        if (parser.nextToken() != null) {
            throw new StreamReadException(parser, "The text goes on after its value");
        }
        return value;
    }

    private static JsonNode value(JsonParser parser, JsonToken token, Consumer<String> repeated) {
        return switch (token) {
            case START_OBJECT -> object(parser, repeated);
            case START_ARRAY -> array(parser, repeated);
            case VALUE_STRING -> NODES.stringNode(parser.getString());
            case VALUE_NUMBER_INT -> integer(parser);
            case VALUE_NUMBER_FLOAT -> NODES.numberNode(Numbers.decimal(parser));
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            case VALUE_NULL -> NODES.nullNode();
            default -> throw new StreamReadException(parser, "No value starts with " + token);
        };
    }

    private static ObjectNode object(JsonParser parser, Consumer<String> repeated) {
        ObjectNode object = NODES.objectNode();
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            if (object.has(name)) {
                repeated.accept(parser.streamReadContext().pathAsPointer().toString());
            }
            object.set(name, value(parser, parser.nextToken(), repeated));
        }
        return object;
    }

    private static ArrayNode array(JsonParser parser, Consumer<String> repeated) {
        ArrayNode array = NODES.arrayNode();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            array.add(value(parser, token, repeated));
        }
        return array;
    }

    private static JsonNode integer(JsonParser parser) {
        return switch (parser.getNumberType()) {
            case INT -> NODES.numberNode(parser.getIntValue());
            case LONG -> NODES.numberNode(parser.getLongValue());
            default -> NODES.numberNode(parser.getBigIntegerValue());
        };
    }

    private static void write(JsonNode value, JsonGenerator generator) {
        switch (value.getNodeType()) {
            case OBJECT -> {
                generator.writeStartObject();
                for (var entry : value.properties()) {
                    generator.writeName(entry.getKey());
                    write(entry.getValue(), generator);
                }
                generator.writeEndObject();
            }
            case ARRAY -> {
                generator.writeStartArray();
                for (JsonNode element : value) {
                    write(element, generator);
                }
                generator.writeEndArray();
            }
            case STRING -> generator.writeString(value.stringValue());
            case NUMBER -> number(value, generator);
            case BOOLEAN -> generator.writeBoolean(value.booleanValue());
            case BINARY -> generator.writeBinary(value.binaryValue());
            default -> generator.writeNull();
        }
    }

    private static void number(JsonNode value, JsonGenerator generator) {
        switch (value.numberType()) {
            case INT -> generator.writeNumber(value.intValue());
            case LONG -> generator.writeNumber(value.longValue());
            case BIG_INTEGER -> generator.writeNumber(value.bigIntegerValue());
            case BIG_DECIMAL -> generator.writeNumber(value.decimalValue());
            case FLOAT -> generator.writeNumber(value.floatValue());
            case DOUBLE -> generator.writeNumber(value.doubleValue());
        }
    }
}
