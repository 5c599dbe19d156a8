package dev.countersign.client;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import java.io.IOException;

/** Keeps octets as octets in a tree, of which forms and multipart bodies are made, and writes them as text in JSON. */
final class BinarySerializer extends JsonSerializer<Binary> {
    @Override
    public void serialize(Binary value, JsonGenerator out, SerializerProvider provider) throws IOException {
        if (out instanceof TokenBuffer) {
            out.writeEmbeddedObject(value);
        } else {
            out.writeString(value.text());
        }
    }
}
