package dev.countersign.openapi.json;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** JSON pointers (RFC 6901) as text. Stateless. */
public final class Pointer {
    private Pointer() {}

    /** Appends one reference token, escaped. */
    @SuppressWarnings(
            "UnnecessaryStringBuilder") // Called for every value of a document, where the exact length counts.
    public static String child(String parent, String token) {
        boolean plain = token.indexOf('~') < 0 && token.indexOf('/') < 0;
        String escaped = plain ? token : token.replace("~", "~0").replace("/", "~1");
        return new StringBuilder(parent.length() + 1 + escaped.length())
                .append(parent)
                .append('/')
                .append(escaped)
                .toString();
    }

    /** Appends an array index. */
    public static String child(String parent, int index) {
        return parent + '/' + index;
    }

    /** The unescaped reference tokens of a pointer; none for the empty pointer. */
    public static List<String> tokens(String pointer) {
        List<String> tokens = new ArrayList<>();
        int start = 1;
        while (start <= pointer.length()) {
            int end = end(pointer, start);
            tokens.add(token(pointer, start, end));
            start = end + 1;
        }
        return tokens;
    }

    private static int end(String pointer, int start) {
        int slash = pointer.indexOf('/', start);
        return slash < 0 ? pointer.length() : slash;
    }

    private static String token(String pointer, int start, int end) {
        String token = pointer.substring(start, end);
        return token.indexOf('~') < 0 ? token : token.replace("~1", "/").replace("~0", "~");
    }

    /** The node that a pointer names, or null when there is none. */
    public static @Nullable JsonNode find(JsonNode root, String pointer) {
        JsonNode node = root;
        for (int start = 1; node != null && start <= pointer.length(); ) {
            int end = end(pointer, start);
            node = step(node, token(pointer, start, end));
            start = end + 1;
        }
        return node;
    }

    public static @Nullable JsonNode step(JsonNode node, String token) {
        if (node.isObject()) {
            return node.get(token);
        }
        if (node.isArray()
                && !token.isEmpty()
                && token.length() < 10
                && token.chars().allMatch(Character::isDigit)) {
            return node.get(Integer.parseInt(token));
        }
        return null;
    }
}
