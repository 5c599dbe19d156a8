package dev.countersign.mock.render;

import dev.countersign.mock.choose.Representation;
import dev.countersign.mock.exchange.GzipBody;
import dev.countersign.mock.exchange.Header;
import dev.countersign.mock.exchange.MediaType;
import dev.countersign.mock.sample.DirectedSamples;
import dev.countersign.mock.xml.XmlText;
import dev.countersign.openapi.contract.Example;
import dev.countersign.openapi.contract.MediaTypeSpec;
import dev.countersign.openapi.contract.SchemaNode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * What a representation looks like on the wire, status apart.
 *
 * @param headers the header fields
 * @param value the body's value; absent when there is no body
 * @param body the body's bytes
 * @param gzip the body's other form; absent where the body is made for one request
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and not copied for speed
record Rendition(List<Header> headers, Optional<JsonNode> value, byte[] body, Optional<GzipBody> gzip) {
    Rendition(List<Header> headers, Optional<JsonNode> value, byte[] body) {
        this(headers, value, body, Optional.empty());
    }

    static Rendition of(
            Representation representation,
            Optional<MediaType> concrete,
            DirectedSamples samples,
            long seed,
            JsonNode document) {
        List<Header> headers = new ArrayList<>(new HeaderSamples(samples).of(representation.response(), seed));
        if (representation.mediaType().isEmpty()) {
            return new Rendition(headers, Optional.empty(), new byte[0]);
        }
        MediaTypeSpec spec = representation.mediaType().get();
        Optional<MediaType> documented = MediaType.parse(spec.name());
        Optional<JsonNode> value = representation
                .example()
                .flatMap(Example::value)
                .map(example -> documented.isPresent() ? fitted(example, documented.get(), spec, samples) : example)
                .or(() -> spec.schema().map(schema -> samples.sample(schema, seed)));
        if (value.isEmpty() || documented.isEmpty()) {
            return new Rendition(headers, Optional.empty(), new byte[0]);
        }
        JsonNode content = value.get();
        MediaType type = concrete.orElseGet(() -> ConcreteType.of(documented.get(), content));
        headers.add(0, new Header("Content-Type", contentType(spec, documented.get(), type, content)));
        return new Rendition(List.copyOf(headers), value, bytes(value.get(), type, spec, document));
    }

    /** The same for being sent again and again. */
    Rendition kept() {
        if (body.length < GzipBody.LEAST) {
            return this;
        }
        Optional<GzipBody> coded = headers.stream()
                .filter(header -> header.name().equals("Content-Type"))
                .findFirst()
                .flatMap(header -> MediaType.parse(header.value()))
                .flatMap(type -> GzipBody.of(body, type));
        return new Rendition(headers, value, body, coded);
    }

    /** What an author writes out for another type than JSON is the body, whatever the schema says. */
    static JsonNode fitted(JsonNode example, MediaType type, MediaTypeSpec spec, DirectedSamples samples) {
        return spec.schema().isEmpty() || isWritten(example, type)
                ? example
                : samples.fit(spec.schema().get(), example);
    }

    private static boolean isWritten(JsonNode example, MediaType type) {
        boolean json =
                type.isJson() || (type.isRange() && Set.of("*", "application").contains(type.type()));
        return example.isBinary() || (example.isString() && !json);
    }

    static String contentType(MediaTypeSpec spec, MediaType documented, MediaType type, JsonNode content) {
        String header = ConcreteType.header(spec.name(), documented, type);
        return type.isMultipart() && !type.parameters().containsKey("boundary")
                ? header + ";boundary=" + MultipartText.boundary(content)
                : header;
    }

    /** A value that is not text already is written as the schema hints; without a schema there is nothing to go by. */
    static byte[] bytes(JsonNode value, MediaType type, MediaTypeSpec spec, JsonNode document) {
        if (type.isXml() && !value.isString() && !value.isBinary()) {
            SchemaNode schema = spec.schema().orElseGet(() -> SchemaNode.anything(spec.pointer()));
            Charset charset = BodyText.charset(type);
            String text = XmlText.of(value, schema);
            return (charset.equals(StandardCharsets.UTF_8)
                            ? text
                            : text.replaceFirst("encoding=\"UTF-8\"", "encoding=\"" + charset.name() + "\""))
                    .getBytes(charset);
        }
        if (type.isForm() && value.isObject()) {
            return FormText.of(value, spec.encoding()).getBytes(StandardCharsets.UTF_8);
        }
        return type.isMultipart() && value.isContainer() ? MultipartText.of(value, spec) : BodyText.bytes(value, type);
    }
}
