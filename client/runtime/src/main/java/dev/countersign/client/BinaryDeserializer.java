package dev.countersign.client;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import java.io.IOException;

/** Reads what {@link BinarySerializer} writes. */
final class BinaryDeserializer extends JsonDeserializer<Binary> {
    @Override
    public Binary deserialize(JsonParser in, DeserializationContext context) throws IOException {
        if (in.currentToken() == JsonToken.VALUE_EMBEDDED_OBJECT) {
            return Binary.of(in.getBinaryValue());
        }
        if (in.currentToken() != JsonToken.VALUE_STRING) {
            return (Binary) context.handleUnexpectedToken(Binary.class, in);
        }
        return Binary.of(in.getText());
    }
}
