package dev.countersign.client.runtime.body;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.client.runtime.json.Json;
import dev.countersign.client.runtime.parameter.ParameterText;
import dev.countersign.client.runtime.parameter.Style;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Writes {@code application/x-www-form-urlencoded}; a space is {@code %20}, which every decoder of forms knows too. */
final class FormBody {
    private static final ParameterText TEXT = new ParameterText(ParameterText.Octets.ENCODED);

    private FormBody() {}

    static byte[] write(Object body, List<Payload.Part> parts) {
        JsonNode fields = Json.tree(body);
        List<String> pairs = new ArrayList<>();
        fields.properties().forEach(field -> {
            JsonNode value = field.getValue();
            Payload.Part part = parts.stream()
                    .filter(each -> each.property().equals(field.getKey()))
                    .findFirst()
                    .orElse(null);
            boolean json = part != null && part.contentType().contains("json");
            if (json || (part == null && value.isObject())) {
                pairs.addAll(TEXT.pairs(field.getKey(), Style.JSON, false, value));
            } else if (part == null) {
                pairs.addAll(TEXT.pairs(field.getKey(), Style.FORM, true, value));
            } else {
                pairs.addAll(TEXT.pairs(field.getKey(), part.style(), part.explode(), value));
            }
        });
        return String.join("&", pairs).getBytes(StandardCharsets.US_ASCII);
    }
}
