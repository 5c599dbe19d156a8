package dev.countersign.mock.render;

import dev.countersign.mock.exchange.Header;
import dev.countersign.mock.exchange.MockResponse;
import dev.countersign.mock.validate.Validated;
import dev.countersign.mock.validate.Violation;
import java.util.List;
import java.util.stream.Stream;

/**
 * The header that says what is wrong with a request, or a real server's answer, whatever the body can say. Its value is a JSON
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
        StringBuilder text = new StringBuilder("[");
        int shown = 0;
        for (Violation violation : violations) {
            String one = ascii(ViolationJson.of(shortened(violation)).toString());
            if (shown == SHOWN || shown > 0 && text.length() + one.length() > LONGEST) {
                break;
            }
            text.append(shown == 0 ? "" : ",").append(one);
            shown++;
        }
        int more = violations.size() - shown;
        text.append(more == 0 ? "" : ",{\"more\":" + more + "}").append(']');
        return new Header(NAME, text.toString());
    }

    /** The response, with the field where anything is wrong with the request, or odd about it. */
    static MockResponse added(MockResponse response, Validated request) {
        if (request.violations().isEmpty() && request.notes().isEmpty()) {
            return response;
        }
        return response.with(of(Stream.concat(request.violations().stream(), request.notes().stream())
                .toList()));
    }

    private static Violation shortened(Violation violation) {
        return new Violation(
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
