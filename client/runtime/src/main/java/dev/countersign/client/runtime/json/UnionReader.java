package dev.countersign.client.runtime.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.countersign.client.runtime.model.OpenEnum;
import dev.countersign.client.runtime.model.UnknownValue;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads a union: by its discriminator where there is one, else as the alternative that fits best. What fits none is kept
 * as it came.
 *
 * @param <T> the union
 */
public abstract class UnionReader<T> extends JsonDeserializer<T> {
    private final @Nullable String discriminator;
    private final Map<String, JsonType<? extends T>> byValue;
    private final List<Variant<T>> variants;
    private final Function<@Nullable Object, T> unknown;

    protected UnionReader(
            @Nullable String discriminator,
            Map<String, JsonType<? extends T>> byValue,
            List<Variant<T>> variants,
            Function<@Nullable Object, T> unknown) {
        this.discriminator = discriminator;
        this.byValue = byValue;
        this.variants = variants;
        this.unknown = unknown;
    }

    @Override
    public final T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        JsonNode node = context.readTree(parser);
        JsonNode name = discriminator == null ? MissingNode.getInstance() : node.path(discriminator);
        if (name.isTextual() || name.isIntegralNumber() || name.isBoolean()) {
            JsonType<? extends T> named = byValue.get(name.asText());
            return named == null ? unknown.apply(Json.plain(node)) : context.readTreeAsValue(node, named.type());
        }
        List<Variant<T>> candidates = variants.stream()
                .filter(variant -> variant.fit(node) >= 0)
                .sorted(Comparator.comparingInt((Variant<T> variant) -> variant.fit(node))
                        .reversed())
                .toList();
        T first = null;
        for (Variant<T> candidate : candidates) {
            Object value = tried(candidate, node);
            if (value == null) {
                continue;
            }
            T read = candidate.wrap(value);
            if (keepsNulls(node, value)) {
                return read;
            }
            first = first == null ? read : first;
        }
        return first == null ? unknown.apply(Json.plain(node)) : first;
    }

    /** An alternative that does not allow a property to be null is not meant, if another one does. */
    private static boolean keepsNulls(JsonNode node, Object value) {
        List<String> nulls = node.properties().stream()
                .filter(property -> property.getValue().isNull())
                .map(Map.Entry::getKey)
                .toList();
        if (nulls.isEmpty()) {
            return true;
        }
        JsonNode kept = Json.tree(value);
        return nulls.stream().allMatch(kept::has);
    }

    private static @Nullable Object tried(Variant<?> variant, JsonNode node) throws IOException {
        try {
            // Strictly, also where what does not fit is left out elsewhere: it tells the alternatives apart.
            Object value = variant.type().reader().readValue(node);
            boolean unfit = value instanceof UnknownValue || (value instanceof OpenEnum open && !open.isKnown());
            return unfit ? null : value;
        } catch (JsonProcessingException e) {
            return null;
        }
    }
}
