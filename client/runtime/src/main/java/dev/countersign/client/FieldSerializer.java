package dev.countersign.client;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import java.io.IOException;

/** Writes a field's value; an absent field counts as empty, so that its property is left out. */
final class FieldSerializer extends JsonSerializer<Field<?>> {
    @Override
    public void serialize(Field<?> field, JsonGenerator json, SerializerProvider provider) throws IOException {
        provider.defaultSerializeValue(field.orNull(), json);
    }

    @Override
    public boolean isEmpty(SerializerProvider provider, Field<?> field) {
        return !field.isPresent();
    }
}
