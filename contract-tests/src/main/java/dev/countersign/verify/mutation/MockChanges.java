package dev.countersign.verify.mutation;

import dev.countersign.verify.provider.Relay;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Ways in which a server can answer otherwise than it should. */
public final class MockChanges {
    private static final Pattern VALUE = Pattern.compile(":\\s*(\"[^\"]*\"|[0-9]+|true|false)");

    private MockChanges() {}

    /**
     * Each by what is wrong then.
     *
     * @param headers the names of the header fields that the contract promises
     */
    public static Map<String, UnaryOperator<Relay.Answer>> all(Set<String> headers) {
        Map<String, UnaryOperator<Relay.Answer>> changes = new LinkedHashMap<>();
        changes.put("no documented header fields", a -> a.without(headers));
        changes.put("another status", a -> a.status() < 300 ? a.withStatus(a.status() == 202 ? 203 : 202) : a);
        changes.put("a valid value that is not the documented one", a -> a.withText(otherValue(a.text())));
        changes.put("a field less", a -> a.withText(FirstField.without(a.text())));
        changes.put("a field under another name", a -> a.withText(FirstField.renamed(a.text())));
        changes.put("an undocumented media type", a -> a.text().isEmpty() ? a : a.withContentType("text/html"));
        changes.put("a page of HTML for a bad request", a -> isRefusal(a) ? a.withContentType("text/html") : a);
        changes.put("a crash at a bad request", a -> isRefusal(a) ? a.withStatus(500) : a);
        changes.put("no validation", a -> isRefusal(a) ? a.withStatus(200) : a);
        changes.put("a wrong media type accepted", a -> a.status() == 415 ? a.withStatus(200) : a);
        changes.put("no credentials needed", a -> a.status() == 401 ? a.withStatus(200) : a);
        changes.put("malformed JSON", a -> isJson(a) ? a.withText(a.text() + "}") : a);
        changes.put("no body", a -> a.withText(""));
        return changes;
    }

    private static boolean isRefusal(Relay.Answer answer) {
        return answer.status() >= 400 && answer.status() < 500;
    }

    private static boolean isJson(Relay.Answer answer) {
        return answer.headers().firstValue("Content-Type").orElse("").contains("json");
    }

    /** The same JSON with its first value changed to another one of the same type. */
    private static String otherValue(String json) {
        Matcher first = VALUE.matcher(json);
        if (!first.find()) {
            return json;
        }
        String value = first.group(1);
        String other = value.startsWith("\"")
                ? "\"another\""
                : value.equals("true") ? "false" : value.equals("false") ? "true" : value + "7";
        return json.substring(0, first.start(1)) + other + json.substring(first.end(1));
    }
}
