package dev.countersign.openapi.json;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** JSON pointers (RFC 6901) as text, and as the fragments of references (section 6). Stateless. */
public final class Pointer {
    private Pointer() {}

    /** Appends one reference token, escaped. */
    @SuppressWarnings(
            "UnnecessaryStringBuilder") // Called for every value of a document, where the exact length counts.
    public static String child(String parent, String token) {
        String escaped = escaped(token);
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

    private static String escaped(String token) {
        boolean plain = token.indexOf('~') < 0 && token.indexOf('/') < 0;
        return plain ? token : token.replace("~", "~0").replace("/", "~1");
    }

    private static String unescaped(String token) {
        return token.indexOf('~') < 0 ? token : token.replace("~1", "/").replace("~0", "~");
    }

    /** The unescaped reference tokens of a pointer; none for the empty pointer. */
    public static List<String> tokens(String pointer) {
        List<String> tokens = new ArrayList<>();
        int start = 1;
        while (start <= pointer.length()) {
            int end = end(pointer, start);
            tokens.add(unescaped(pointer.substring(start, end)));
            start = end + 1;
        }
        return tokens;
    }

    /** The last token, unescaped; empty for the empty pointer. */
    public static String last(String pointer) {
        return pointer.isEmpty() ? "" : unescaped(pointer.substring(pointer.lastIndexOf('/') + 1));
    }

    private static int end(String pointer, int start) {
        int slash = pointer.indexOf('/', start);
        return slash < 0 ? pointer.length() : slash;
    }

    /** The node that a pointer names; null when there is none, or when the text is no pointer. */
    public static @Nullable JsonNode find(JsonNode root, String pointer) {
        if (!pointer.isEmpty() && pointer.charAt(0) != '/') {
            return null;
        }
        JsonNode node = root;
        for (int start = 1; node != null && start <= pointer.length(); ) {
            int end = end(pointer, start);
            node = step(node, unescaped(pointer.substring(start, end)));
            start = end + 1;
        }
        return node;
    }

    /** The member or element that an unescaped token names; null when there is none. */
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

    /** The reference of an object; null when it has none. A property that is called {@code $ref} has no text value. */
    public static @Nullable String reference(JsonNode node) {
        JsonNode reference = node.isObject() ? node.get("$ref") : null;
        return reference != null && reference.isString() ? reference.stringValue() : null;
    }

    /** The reference to a place in the same document: {@code #} and the pointer, percent-encoded where need be. */
    public static String toReference(String pointer) {
        return "#" + Percent.encoded(pointer);
    }

    /** The fragment of a reference, decoded: a pointer, an anchor, or empty for the document as a whole. */
    public static String ofReference(String reference) {
        int hash = reference.indexOf('#');
        return hash < 0 ? "" : Percent.decoded(reference.substring(hash + 1));
    }
}
