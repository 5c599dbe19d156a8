package dev.countersign.client.runtime.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.deser.BeanDeserializerBuilder;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.SettableBeanProperty;
import com.fasterxml.jackson.databind.deser.std.DelegatingDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.CollectionType;
import com.fasterxml.jackson.databind.type.MapType;
import dev.countersign.client.runtime.model.LenientBuilder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Lets Jackson read what fits of JSON: each property of a model, and each item of a list or map, for itself. */
final class Lenience extends BeanDeserializerModifier {
    private static final long serialVersionUID = 1;

    private Lenience() {}

    static Module module() {
        return new SimpleModule("lenience").setDeserializerModifier(new Lenience());
    }

    private static Misfits misfits(DeserializationContext context) {
        return (Misfits) Objects.requireNonNull(context.getAttribute(Misfits.class));
    }

    @Override
    public BeanDeserializerBuilder updateBuilder(
            DeserializationConfig config, BeanDescription description, BeanDeserializerBuilder builder) {
        if (LenientBuilder.class.isAssignableFrom(description.getBeanClass())) {
            List<SettableBeanProperty> properties = new ArrayList<>();
            builder.getProperties().forEachRemaining(properties::add);
            properties.forEach(each -> builder.addOrReplaceProperty(new Property(each), true));
        }
        return builder;
    }

    @Override
    public JsonDeserializer<?> modifyDeserializer(
            DeserializationConfig config, BeanDescription description, JsonDeserializer<?> usual) {
        return LenientBuilder.class.isAssignableFrom(description.getBeanClass()) ? new Model(usual) : usual;
    }

    @Override
    public JsonDeserializer<?> modifyCollectionDeserializer(
            DeserializationConfig config, CollectionType type, BeanDescription description, JsonDeserializer<?> usual) {
        return new Items(type.getContentType());
    }

    @Override
    public JsonDeserializer<?> modifyMapDeserializer(
            DeserializationConfig config, MapType type, BeanDescription description, JsonDeserializer<?> usual) {
        return new Entries(type.getContentType());
    }

    /** A property of a model. */
    private static final class Property extends SettableBeanProperty.Delegating {
        private static final long serialVersionUID = 1;

        Property(SettableBeanProperty usual) {
            super(usual);
        }

        @Override
        protected SettableBeanProperty withDelegate(SettableBeanProperty usual) {
            return new Property(usual);
        }

        @Override
        public void deserializeAndSet(JsonParser in, DeserializationContext context, Object builder)
                throws IOException {
            deserializeSetAndReturn(in, context, builder);
        }

        @Override
        public Object deserializeSetAndReturn(JsonParser in, DeserializationContext context, Object builder)
                throws IOException {
            JsonNode value = context.readTree(in);
            misfits(context).within((LenientBuilder) builder, getName(), value, () -> {
                try (JsonParser again = value.traverse(in.getCodec())) {
                    again.nextToken();
                    delegate.deserializeAndSet(again, context, builder);
                    return builder;
                }
            });
            return builder;
        }
    }

    /** A model's builder, which may lack what the contract requires. */
    private static final class Model extends DelegatingDeserializer {
        private static final long serialVersionUID = 1;

        Model(JsonDeserializer<?> usual) {
            super(usual);
        }

        @Override
        protected JsonDeserializer<?> newDelegatingInstance(JsonDeserializer<?> usual) {
            return new Model(usual);
        }

        @Override
        public Object deserialize(JsonParser in, DeserializationContext context) throws IOException {
            Object builder = super.deserialize(in, context);
            misfits(context).complete((LenientBuilder) builder);
            return builder;
        }
    }

    /** A list. */
    private static final class Items extends JsonDeserializer<List<?>> {
        private final JavaType type;

        Items(JavaType type) {
            this.type = type;
        }

        @Override
        public List<?> deserialize(JsonParser in, DeserializationContext context) throws IOException {
            JsonNode array = context.readTree(in);
            if (!array.isArray()) {
                return context.reportInputMismatch(List.class, "it is no array");
            }
            List<@Nullable Object> items = new ArrayList<>();
            for (int i = 0; i < array.size(); i++) {
                JsonNode item = array.get(i);
                Object read = misfits(context)
                        .within(String.valueOf(i), item, () -> context.<Object>readTreeAsValue(item, type));
                if (read != null || item.isNull()) {
                    items.add(read);
                }
            }
            return items;
        }
    }

    /** An object whose names are data. */
    private static final class Entries extends JsonDeserializer<Map<?, ?>> {
        private final JavaType type;

        Entries(JavaType type) {
            this.type = type;
        }

        @Override
        public Map<?, ?> deserialize(JsonParser in, DeserializationContext context) throws IOException {
            JsonNode object = context.readTree(in);
            if (!object.isObject()) {
                return context.reportInputMismatch(Map.class, "it is no object");
            }
            Map<String, @Nullable Object> entries = new LinkedHashMap<>();
            for (Map.Entry<String, JsonNode> entry : object.properties()) {
                JsonNode value = entry.getValue();
                Object read = misfits(context)
                        .within(entry.getKey(), value, () -> context.<Object>readTreeAsValue(value, type));
                if (read != null || value.isNull()) {
                    entries.put(entry.getKey(), read);
                }
            }
            return entries;
        }
    }
}
