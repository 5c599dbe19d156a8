package dev.countersign.client.runtime.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.countersign.client.Binary;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The way in which every client reads and writes JSON: strict about types, because a string where the contract promises
 * a number is a breach of it; tolerant of fields that are new; exact with numbers and time offsets.
 */
public final class Json {
    static final ObjectMapper MAPPER = mapper().build();

    private Json() {}

    /** How long a text may be, the limit for the whole body says. */
    private static JsonFactory factory() {
        return JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxStringLength(Integer.MAX_VALUE)
                        .maxNameLength(Integer.MAX_VALUE)
                        .build())
                .build();
    }

    /** Reads what fits; made when the first answer does not. */
    private static final class Lenient {
        private static final ObjectMapper MAPPER =
                mapper().addModule(Lenience.module()).build();
    }

    private static JsonMapper.Builder mapper() {
        return JsonMapper.builder(factory())
                .addModule(new JavaTimeModule())
                .addModule(DateTimes.module())
                .addModule(WholeNumbers.module())
                .addModule(new SimpleModule("doubles")
                        .addSerializer(Double.class, new DoubleSerializer())
                        .addSerializer(double.class, new DoubleSerializer()))
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS, SerializationFeature.FAIL_ON_EMPTY_BEANS)
                .disable(
                        DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE,
                        DeserializationFeature.ACCEPT_FLOAT_AS_INT,
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(
                        DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                .withCoercionConfig(
                        LogicalType.Textual,
                        text -> text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail));
    }

    /**
     * Reads a value.
     *
     * @throws MisfitException when the text is not JSON, or not of that type
     */
    public static <T> @Nullable T read(byte[] json, JsonType<T> type) throws MisfitException {
        try {
            return type.reader().readValue(json);
        } catch (IOException e) {
            throw MisfitException.of(e);
        }
    }

    /**
     * Reads what fits of a value.
     *
     * @param misfits told of the rest
     * @throws MisfitException when the text is not JSON, or nothing of it fits
     */
    static <T> @Nullable T readLeniently(byte[] json, JsonType<T> type, Misfits misfits) throws MisfitException {
        try {
            return Lenient.MAPPER
                    .readerFor(type.type())
                    .withAttribute(Misfits.class, misfits)
                    .readValue(json);
        } catch (IOException e) {
            throw MisfitException.of(e);
        }
    }

    /** Reads a text that is no JSON as a value; null when it is none of that type. */
    public static <T> @Nullable T readText(String text, JsonType<T> type) {
        for (JsonNode node : new JsonNode[] {TextNode.valueOf(text), number(text)}) {
            try {
                if (!node.isMissingNode()) {
                    return type.reader().readValue(node);
                }
            } catch (IOException e) {
                // It is no value of that type, read like this.
            }
        }
        return null;
    }

    private static JsonNode number(String text) {
        try {
            JsonNode node = MAPPER.readTree(text);
            return node.isValueNode() ? node : MissingNode.getInstance();
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    /** Writes a value as UTF-8. */
    public static byte[] write(@Nullable Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            // Without the cause, whose message may hold the value.
            throw new IllegalArgumentException("the value cannot be written as JSON: "
                    + MisfitException.of(e).what());
        }
    }

    /** The JSON tree of a value. */
    public static JsonNode tree(@Nullable Object value) {
        return MAPPER.valueToTree(value);
    }

    /**
     * Any JSON as the values of Java that cannot be changed: a map, list, text, number, boolean, or null. What is none of
     * these, such as a model or a tree of Jackson's, becomes what it is written as; but octets stay what they are, as a
     * form or multipart body can hold them.
     *
     * @throws IllegalArgumentException when it cannot be written as JSON
     */
    public static @Nullable Object plain(@Nullable Object value) {
        if (value == null
                || value instanceof String
                || value instanceof Number
                || value instanceof Boolean
                || value instanceof Binary) {
            return value;
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> copy = new LinkedHashMap<>();
            map.forEach((name, each) -> copy.put(String.valueOf(name), plain(each)));
            return Collections.unmodifiableMap(copy);
        }
        if (value instanceof Collection<?> items) {
            List<@Nullable Object> copy = new ArrayList<>(items.size());
            items.forEach(each -> copy.add(plain(each)));
            return Collections.unmodifiableList(copy);
        }
        return plain(written(value));
    }

    /**
     * Reads a value that is there in maps, lists, texts, numbers and booleans.
     *
     * @throws IllegalArgumentException when it is not of the type
     */
    public static <T> T convert(Object plain, JsonType<T> type) {
        try {
            return Objects.requireNonNull(read(write(plain), type));
        } catch (MisfitException e) {
            throw new IllegalArgumentException(e.what());
        }
    }

    /**
     * The value of an example, which the contract gives as this text.
     *
     * @throws IllegalArgumentException when it is not of the type
     */
    public static <T> T example(String json, JsonType<T> type) {
        try {
            return Objects.requireNonNull(read(json.getBytes(StandardCharsets.UTF_8), type));
        } catch (MisfitException e) {
            throw new IllegalArgumentException("the contract's example does not fit its schema: " + e.what());
        }
    }

    private static @Nullable Object written(Object value) {
        // A tree of Jackson 3, which this library does not know, tells its JSON when asked for its text.
        boolean foreign = value.getClass().getName().startsWith("tools.jackson.databind.node.");
        byte[] json = foreign ? value.toString().getBytes(StandardCharsets.UTF_8) : write(value);
        try {
            return read(json, JsonType.of(Object.class));
        } catch (MisfitException e) {
            throw new IllegalArgumentException("the value cannot be written as JSON: " + e.what());
        }
    }
}
