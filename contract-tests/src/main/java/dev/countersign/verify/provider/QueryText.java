package dev.countersign.verify.provider;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Adds parameters to a path that may have a query already. */
final class QueryText {
    private QueryText() {}

    static String with(String path, Map<String, String> parameters) {
        StringBuilder text = new StringBuilder(path);
        parameters.forEach((name, value) -> text.append(text.indexOf("?") < 0 ? '?' : '&')
                .append(URLEncoder.encode(name, StandardCharsets.UTF_8))
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return text.toString();
    }
}
