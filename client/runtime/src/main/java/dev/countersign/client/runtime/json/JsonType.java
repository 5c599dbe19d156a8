package dev.countersign.client.runtime.json;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.type.TypeFactory;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A type that JSON is read into, with everything about it that can be prepared. Immutable and thread-safe.
 *
 * @param <T> the type
 */
@SuppressWarnings("UnusedTypeParameter") // It ties what is read to the code that reads it.
public final class JsonType<T> {
    private final JavaType type;
    private volatile @Nullable ObjectReader reader;

    private JsonType(JavaType type) {
        this.type = type;
    }

    /** A class without type parameters. */
    public static <T> JsonType<T> of(Class<T> type) {
        return new JsonType<>(TypeFactory.defaultInstance().constructType(type));
    }

    /** A JSON array. */
    public static <T> JsonType<List<T>> list(JsonType<T> item) {
        return new JsonType<>(TypeFactory.defaultInstance().constructCollectionType(List.class, item.type));
    }

    /** A JSON object whose names are data. */
    public static <T> JsonType<Map<String, T>> map(JsonType<T> value) {
        TypeFactory types = TypeFactory.defaultInstance();
        return new JsonType<>(types.constructMapType(Map.class, types.constructType(String.class), value.type));
    }

    JavaType type() {
        return type;
    }

    /** Made when first needed: finding out how to read a type reads the types that it is made of too. */
    ObjectReader reader() {
        ObjectReader prepared = reader;
        if (prepared == null) {
            prepared = Json.MAPPER.readerFor(type);
            reader = prepared;
        }
        return prepared;
    }
}
