package dev.countersign.command.complete;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/**
 * An entry of a mapping as text that YAML 1.1 and 1.2 read alike: what is more than a plain word stands in JSON's quotes.
 *
 * @param json whether it is for a JSON file, whose keys have quotes
 * @param lineBreak the file's own
 */
record EntryText(boolean json, String lineBreak) {
    private static final int SHORT = 80;
    private static final Pattern PLAIN_WORD =
            Pattern.compile("(?!(?i:true|false|yes|no|on|off|y|n|null)$)[A-Za-z_][A-Za-z0-9_-]*");

    /** In braces, on one line. */
    String flow(String key, JsonNode value) {
        return json ? '"' + key + "\": " + value : key + ": " + scalar(value);
    }

    /** On lines of its own, the first without its indentation. */
    String block(String key, JsonNode value, int column) {
        return String.join(lineBreak + " ".repeat(column), entry(key, value));
    }

    private static List<String> entry(String key, JsonNode value) {
        String name = PLAIN_WORD.matcher(key).matches() ? key : quoted(key);
        if (value.isEmpty() || value.toString().length() <= SHORT) {
            return List.of(name + ": " + scalar(value));
        }
        List<String> lines = new ArrayList<>(List.of(name + ":"));
        lines(value).forEach(line -> lines.add("  " + line));
        return lines;
    }

    private static List<String> lines(JsonNode value) {
        List<String> lines = new ArrayList<>();
        if (value.isObject()) {
            value.properties().forEach(entry -> lines.addAll(entry(entry.getKey(), entry.getValue())));
        } else {
            for (JsonNode item : value) {
                List<String> inner = item.isEmpty() ? List.of(scalar(item)) : lines(item);
                for (int i = 0; i < inner.size(); i++) {
                    lines.add((i == 0 ? "- " : "  ") + inner.get(i));
                }
            }
        }
        return lines;
    }

    private static String scalar(JsonNode value) {
        return value.isString() && PLAIN_WORD.matcher(value.stringValue()).matches()
                ? value.stringValue()
                : value.toString();
    }

    private static String quoted(String key) {
        return StringNode.valueOf(key).toString();
    }
}
