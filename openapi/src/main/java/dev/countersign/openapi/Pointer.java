package dev.countersign.openapi;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** JSON pointers (RFC 6901) as text. Stateless. */
public final class Pointer {
    private Pointer() {}

    /** Appends one reference token, escaped. */
    public static String child(String parent, String token) {
        if (token.indexOf('~') < 0 && token.indexOf('/') < 0) {
            return parent + '/' + token;
        }
        return parent + '/' + token.replace("~", "~0").replace("/", "~1");
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
            int end = pointer.indexOf('/', start);
            if (end < 0) {
                end = pointer.length();
            }
            tokens.add(pointer.substring(start, end).replace("~1", "/").replace("~0", "~"));
            start = end + 1;
        }
        return tokens;
    }

    /** The node that a pointer names, or null when there is none. */
    public static @Nullable JsonNode find(JsonNode root, String pointer) {
        JsonNode node = root;
        for (String token : tokens(pointer)) {
            node = step(node, token);
            if (node == null) {
                return null;
            }
        }
        return node;
    }

    static @Nullable JsonNode step(JsonNode node, String token) {
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
