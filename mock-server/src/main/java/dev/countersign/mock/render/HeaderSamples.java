package dev.countersign.mock.render;

import dev.countersign.mock.exchange.Header;
import dev.countersign.mock.exchange.MediaType;
import dev.countersign.mock.sample.DirectedSamples;
import dev.countersign.openapi.contract.Example;
import dev.countersign.openapi.contract.HeaderSpec;
import dev.countersign.openapi.contract.ResponseSpec;
import dev.countersign.openapi.contract.SchemaNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Values for a response's documented headers: their examples, or else samples of their schemas. */
final class HeaderSamples {
    /** What frames the message is the server's business; a documented sample would break it. */
    private static final Set<String> FRAMING = Set.of(
            "content-length", "content-type", "transfer-encoding", "connection", "content-encoding", "date", "trailer");

    private static final int LONGEST = 4096;

    private final DirectedSamples samples;

    HeaderSamples(DirectedSamples samples) {
        this.samples = samples;
    }

    List<Header> of(ResponseSpec response, long seed) {
        List<Header> headers = new ArrayList<>();
        for (HeaderSpec header : response.headers()) {
            if (isName(header.name()) && !FRAMING.contains(header.name().toLowerCase(Locale.ROOT))) {
                value(header, seed)
                        .map(value -> text(value, header))
                        .filter(text -> text.length() <= LONGEST)
                        .ifPresent(text -> headers.add(new Header(header.name(), text)));
            }
        }
        return headers;
    }

    /** A token (RFC 9110 section 5.6.2); anything else would break the message. */
    private static boolean isName(String name) {
        return !name.isEmpty()
                && name.chars().allMatch(c -> c > ' ' && c < 0x7f && "\"(),/:;<=>?@[\\]{}".indexOf(c) < 0);
    }

    private Optional<JsonNode> value(HeaderSpec header, long seed) {
        Optional<JsonNode> documented = header.examples().stream()
                .flatMap(example -> example.value().stream())
                .findFirst()
                .or(() -> header.content().stream()
                        .flatMap(content -> content.examples().stream())
                        .map(Example::value)
                        .flatMap(Optional::stream)
                        .findFirst());
        Optional<SchemaNode> schema = header.schema().or(() -> header.content().flatMap(content -> content.schema()));
        return documented
                .map(example ->
                        schema.map(node -> fitted(header, node, example)).orElse(example))
                .or(() -> schema.map(node -> samples.sample(node, seed)));
    }

    /** A text for a list or an object is taken for the field's value as it travels. */
    private JsonNode fitted(HeaderSpec header, SchemaNode schema, JsonNode example) {
        JsonNode fitted = samples.fit(schema, example);
        boolean written = header.content().isEmpty() && example.isString() && fitted.isContainer();
        return written ? example : fitted;
    }

    /** Style {@code simple}, the only one that headers have (OAS 3.1 section 4.8.21). */
    private static String text(JsonNode value, HeaderSpec header) {
        boolean json = header.content()
                .flatMap(content -> MediaType.parse(content.name()))
                .filter(MediaType::isJson)
                .isPresent();
        if (json || value.isValueNode()) {
            return json ? value.toString() : BodyText.plain(value);
        }
        if (value.isArray()) {
            return value.valueStream().map(BodyText::plain).collect(Collectors.joining(","));
        }
        String between = header.explode() ? "=" : ",";
        return value.properties().stream()
                .map(field -> field.getKey() + between + BodyText.plain(field.getValue()))
                .collect(Collectors.joining(","));
    }
}
