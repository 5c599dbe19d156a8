package dev.countersign.mock.callback;

import dev.countersign.mock.exchange.Header;
import dev.countersign.mock.exchange.PercentEncoding;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The query and header parameters of one call, those of the operation before those of its path. */
final class CallbackParameters {
    /** What frames a message is the sender's business. */
    private static final Set<String> FRAMING =
            Set.of("content-type", "content-length", "transfer-encoding", "connection", "host", "expect", "upgrade");

    private final List<Header> headers = new ArrayList<>();
    private final List<String> query = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    void add(JsonNode parameter, JsonNode value) {
        String name = parameter.path("name").asString("");
        String in = parameter.path("in").asString("");
        if (name.isEmpty() || !seen.add(in + " " + name)) {
            return;
        }
        if (in.equals("query")) {
            List<String> texts = value.isArray() && parameter.path("explode").asBoolean(true)
                    ? value.valueStream().map(CallbackParameters::text).toList()
                    : List.of(text(value));
            texts.forEach(text -> query.add(PercentEncoding.encodeForm(name) + "=" + PercentEncoding.encodeForm(text)));
        } else if (in.equals("header") && !FRAMING.contains(name.toLowerCase(Locale.ROOT))) {
            headers.add(new Header(name, text(value)));
        }
    }

    List<Header> headers() {
        return headers;
    }

    String addedTo(String url) {
        return query.isEmpty() ? url : url + (url.indexOf('?') < 0 ? "?" : "&") + String.join("&", query);
    }

    private static String text(JsonNode value) {
        if (value.isArray()) {
            return value.valueStream().map(CallbackParameters::text).collect(Collectors.joining(","));
        }
        return value.isValueNode() ? value.asString("") : value.toString();
    }
}
