package dev.countersign.mock.pact;

import dev.countersign.mock.exchange.MediaType;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Bodies as a V4 pact has them. */
final class PactBody {
    private PactBody() {}

    static ObjectNode ofJson(JsonNode value, String mediaType) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.set("content", value);
        return json.put("contentType", mediaType).put("encoded", false);
    }

    static ObjectNode ofText(String text, String mediaType) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("content", text)
                .put("contentType", mediaType)
                .put("encoded", false);
    }

    /** Text where the media type says so, else Base64. */
    static ObjectNode ofBytes(byte[] body, String mediaType) {
        boolean text = MediaType.parse(mediaType)
                .filter(type -> type.isText()
                        || type.isXml()
                        || type.isJson()
                        || type.subtype().equals("x-www-form-urlencoded"))
                .isPresent();
        if (text) {
            return ofText(new String(body, StandardCharsets.UTF_8), mediaType);
        }
        return JsonNodeFactory.instance
                .objectNode()
                .put("content", Base64.getEncoder().encodeToString(body))
                .put("contentType", mediaType)
                .put("encoded", "base64");
    }
}
