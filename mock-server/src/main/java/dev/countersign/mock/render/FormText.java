package dev.countersign.mock.render;

import dev.countersign.mock.exchange.MediaType;
import dev.countersign.mock.exchange.PercentEncoding;
import dev.countersign.openapi.contract.Encoding;
import dev.countersign.openapi.contract.Parameter.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Writes an object as a URL-encoded form (OAS 3.1 section 4.8.15): an array as its name once for each item, unless the
 * {@code encoding} of the property says otherwise.
 */
final class FormText {
    private final Map<String, Encoding> encodings;
    private final List<String> fields = new ArrayList<>();

    private FormText(Map<String, Encoding> encodings) {
        this.encodings = encodings;
    }

    static String of(JsonNode object, Map<String, Encoding> encodings) {
        FormText text = new FormText(encodings);
        object.properties().forEach(field -> text.property(field.getKey(), field.getValue()));
        return String.join("&", text.fields);
    }

    private void property(String name, JsonNode value) {
        Encoding encoding = encodings.get(name);
        if (encoding != null && encoding.styled() && value.isContainer()) {
            styled(name, value, encoding);
        } else if (value.isArray() && !isJson(encoding)) {
            value.forEach(item -> field(name, BodyText.plain(item)));
        } else {
            field(name, BodyText.plain(value));
        }
    }

    private void styled(String name, JsonNode value, Encoding encoding) {
        boolean deep = encoding.style() == Style.DEEP_OBJECT;
        if (value.isObject()) {
            object(name, value, encoding);
        } else if (encoding.explode() || deep) {
            value.forEach(item -> field(deep ? name + "[]" : name, BodyText.plain(item)));
        } else {
            joined(name, value.valueStream().map(BodyText::plain).toList(), encoding.style());
        }
    }

    private void object(String name, JsonNode value, Encoding encoding) {
        if (encoding.style() == Style.DEEP_OBJECT) {
            value.properties()
                    .forEach(part -> field(name + "[" + part.getKey() + "]", BodyText.plain(part.getValue())));
        } else if (encoding.explode()) {
            value.properties().forEach(part -> field(part.getKey(), BodyText.plain(part.getValue())));
        } else {
            List<String> pieces = new ArrayList<>();
            value.properties().forEach(part -> {
                pieces.add(part.getKey());
                pieces.add(BodyText.plain(part.getValue()));
            });
            joined(name, pieces, encoding.style());
        }
    }

    private static boolean isJson(@Nullable Encoding encoding) {
        return encoding != null
                && encoding.contentType()
                        .flatMap(MediaType::parse)
                        .filter(MediaType::isJson)
                        .isPresent();
    }

    private void field(String name, String value) {
        fields.add(PercentEncoding.encodeForm(name) + "=" + PercentEncoding.encodeForm(value));
    }

    /** The delimiter itself is not encoded, so that it differs from one inside an item. */
    private void joined(String name, List<String> pieces, Style style) {
        String delimiter =
                switch (style) {
                    case SPACE_DELIMITED -> "%20";
                    case TAB_DELIMITED -> "%09";
                    default -> style.delimiter();
                };
        fields.add(PercentEncoding.encodeForm(name) + "="
                + pieces.stream().map(PercentEncoding::encodeForm).collect(Collectors.joining(delimiter)));
    }
}
