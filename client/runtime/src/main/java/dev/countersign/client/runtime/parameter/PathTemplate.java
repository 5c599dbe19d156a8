package dev.countersign.client.runtime.parameter;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A path with places for values, split once. */
public final class PathTemplate {
    private static final Pattern ENCODED = Pattern.compile("%25(?=[0-9A-Fa-f]{2})");

    private final List<String> literals = new ArrayList<>();
    private final List<String> names = new ArrayList<>();

    public PathTemplate(String template) {
        int at = 0;
        for (int open = template.indexOf('{'); open >= 0; open = template.indexOf('{', at)) {
            int close = template.indexOf('}', open);
            if (close < 0) {
                break;
            }
            literals.add(literal(template.substring(at, open)));
            names.add(template.substring(open + 1, close));
            at = close + 1;
        }
        literals.add(literal(template.substring(at)));
    }

    /** What the document says literally, encoded where it is not yet. */
    private static String literal(String text) {
        String encoded = PercentEncoding.encode(text, true)
                .replace("%26", "&")
                .replace("%2B", "+")
                .replace("%3D", "=");
        return ENCODED.matcher(encoded).replaceAll("%");
    }

    /** The path with its values, which are encoded already. */
    public String expand(Map<String, String> values) {
        StringBuilder path = new StringBuilder(literals.get(0));
        for (int i = 0; i < names.size(); i++) {
            path.append(values.getOrDefault(names.get(i), "")).append(literals.get(i + 1));
        }
        return path.toString();
    }
}
