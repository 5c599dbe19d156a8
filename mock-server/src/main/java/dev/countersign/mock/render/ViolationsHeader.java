package dev.countersign.mock.render;

import dev.countersign.mock.exchange.Header;
import dev.countersign.mock.exchange.MockResponse;
import dev.countersign.mock.validate.Violation;
import dev.countersign.openapi.json.JsonTree;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The header that says what is wrong with a request, or a real server's answer, where the body does not. Its value is a JSON
 * array of the objects that problem details have, in ASCII. It is bounded, because clients take only so long a head; what
 * does not fit is counted by a last object {@code {"more": 17}}.
 */
public final class ViolationsHeader {
    /** The field's name. */
    public static final String NAME = "Countersign-Violations";

    private static final int SHOWN = 20;
    private static final int LONGEST = 4_000;
    private static final int LONGEST_TEXT = 500;

    private ViolationsHeader() {}

    /** The field for these violations. */
    public static Header of(List<Violation> violations) {
        int shown = Math.min(SHOWN, violations.size());
        String text = text(violations, shown);
        while (text.length() > LONGEST && shown > 1) {
            shown = Math.max(1, Math.min(shown - 1, shown * LONGEST / text.length()));
            text = text(violations, shown);
        }
        return new Header(NAME, text);
    }

    private static String text(List<Violation> violations, int shown) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        violations.subList(0, shown).forEach(violation -> array.add(ViolationJson.of(shortened(violation))));
        if (shown < violations.size()) {
            array.addObject().put("more", violations.size() - shown);
        }
        return ascii(JsonTree.text(array));
    }

    /** The response, with the field where there is anything to say. */
    static MockResponse added(MockResponse response, List<Violation> violations, List<Violation> notes) {
        if (violations.isEmpty() && notes.isEmpty()) {
            return response;
        }
        List<Violation> all = new ArrayList<>(violations);
        all.addAll(notes);
        return response.with(of(all));
    }

    private static Violation shortened(Violation violation) {
        boolean isShort = violation.name().length() + violation.pointer().length() <= LONGEST_TEXT
                && violation.message().length() + violation.schemaPointer().length() <= LONGEST_TEXT;
        return isShort
                ? violation
                : new Violation(
                        violation.in(),
                        shortened(violation.name()),
                        shortened(violation.pointer()),
                        shortened(violation.message()),
                        shortened(violation.schemaPointer()));
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT) + "…";
    }

    private static String ascii(String json) {
        if (json.chars().allMatch(c -> c < 0x7f)) {
            return json;
        }
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
