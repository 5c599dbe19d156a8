package dev.countersign.mock.render;

import dev.countersign.mock.exchange.Header;
import dev.countersign.mock.validate.Violation;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The header that tells what is wrong where the body cannot: the request was answered all the same, or the answer is
 * somebody else's. Its value is a JSON array of the objects that problem details have, in ASCII.
 */
public final class ViolationsHeader {
    /** The field's name. */
    public static final String NAME = "Countersign-Violations";

    private static final int SHOWN = 20;

    private ViolationsHeader() {}

    /** The field for these violations; long lists are cut. */
    public static Header of(List<Violation> violations) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        violations.stream().limit(SHOWN).forEach(violation -> array.add(ViolationJson.of(violation)));
        return new Header(NAME, ascii(array.toString()));
    }

    private static String ascii(String json) {
        StringBuilder text = new StringBuilder(json.length());
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (c < 0x7f) {
                text.append(c);
            } else {
                text.append(String.format("\\u%04x", (int) c));
            }
        }
        return text.toString();
    }
}
