package dev.countersign.verify.cases;

import dev.countersign.openapi.contract.Encoding;
import dev.countersign.openapi.contract.Parameter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The fields of URL-encoded form data, as OAS 3.1 section 4.8.15 has them. */
public final class FormFields {
    private FormFields() {}

    /** Values by the names that the fields really have, not yet percent-encoded. */
    public static Map<String, List<String>> of(Body body) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        body.value()
                .properties()
                .forEach(p -> fields.putAll(
                        of(p.getKey(), p.getValue(), body.encoding().get(p.getKey()))));
        return fields;
    }

    /** Without a word about it, an array is repeated, and an object is JSON. */
    private static Map<String, List<String>> of(String name, JsonNode value, @Nullable Encoding encoding) {
        boolean json = encoding == null
                ? value.isObject()
                : encoding.contentType().filter(type -> type.contains("json")).isPresent();
        if (json) {
            return Map.of(name, List.of(value.toString()));
        }
        return encoding == null
                ? StyledText.query(name, Parameter.Style.FORM, true, value)
                : StyledText.query(name, encoding.style(), encoding.explode(), value);
    }
}
