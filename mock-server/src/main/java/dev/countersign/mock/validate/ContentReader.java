package dev.countersign.mock.validate;

import dev.countersign.mock.exchange.MediaType;
import dev.countersign.openapi.contract.MediaTypeSpec;
import dev.countersign.openapi.schema.Schemas;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A parameter or header that is written in a media type (OAS 3.1 section 4.8.12.2.2): JSON, a form, XML or text.
 *
 * @param plain reads the text
 */
record ContentReader(ParameterReader plain, MediaType type, BodyReader reader) implements ParameterReader {
    private static final MediaType TEXT = new MediaType("text", "plain", Map.of());

    static ParameterReader of(
            ParameterReader plain, MediaTypeSpec content, ExpectedTypes expectedTypes, Schemas schemas) {
        MediaType type = MediaType.parse(content.name()).orElse(TEXT);
        return new ContentReader(plain, type, BodyReader.of(type, content, expectedTypes, schemas));
    }

    @Override
    public ReadResult read(RawRequest request) {
        ReadResult text = plain.read(request);
        if (!(text instanceof ReadResult.Value value)) {
            return text;
        }
        byte[] bytes = value.node().asString().getBytes(StandardCharsets.UTF_8);
        ReadResult reading = reader.read(type, bytes, request.budget());
        return reading instanceof ReadResult.Missing ? text : reading;
    }
}
