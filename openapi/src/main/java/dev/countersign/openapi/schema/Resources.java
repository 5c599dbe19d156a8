package dev.countersign.openapi.schema;

import dev.countersign.openapi.contract.Dialect;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/** Resolves references inside the bundled document. Thread-safe. */
final class Resources {
    /** A schema found by its pointer; a missing node when there is none. */
    record Target(String pointer, JsonNode schema) {
        Target child(String name) {
            return new Target(Pointers.child(pointer, name), schema.path(name));
        }

        Target child(int index) {
            return new Target(pointer + "/" + index, schema.path(index));
        }
    }

    private final ObjectNode document;
    private final Identifiers identifiers;

    Resources(ObjectNode document, Dialect dialect) {
        this.document = document;
        this.identifiers = new Identifiers(document, dialect);
    }

    /** What a reference that stands in the schema at {@code from} means. */
    Target resolve(String reference, String from) {
        int hash = reference.indexOf('#');
        String fragment = hash < 0 ? "" : decoded(reference.substring(hash + 1));
        String resource = identifiers.resource(hash < 0 ? reference : reference.substring(0, hash), from);
        if (!fragment.isEmpty() && fragment.charAt(0) != '/') {
            return at(identifiers.anchor(resource, fragment));
        }
        Target target = at(resource + fragment);
        // Bundling may have rewritten a reference inside a schema with an $id into one from the document's root.
        return target.schema().isMissingNode() && hash == 0 ? at(fragment) : target;
    }

    Target at(String pointer) {
        JsonNode node = document;
        int end;
        for (int start = 1; start <= pointer.length() && !node.isMissingNode(); start = end + 1) {
            int slash = pointer.indexOf('/', start);
            end = slash < 0 ? pointer.length() : slash;
            node = child(node, Pointers.unescape(pointer.substring(start, end)));
        }
        return new Target(pointer, node);
    }

    /** The {@code $dynamicAnchor}s of a schema resource, when the schema at this pointer is inside one. */
    Map<String, String> dynamicAnchors(String pointer) {
        return identifiers.dynamicAnchors(pointer);
    }

    private static JsonNode child(JsonNode node, String token) {
        if (node.isArray()) {
            boolean index =
                    !token.isEmpty() && token.length() < 9 && token.chars().allMatch(c -> c >= '0' && c <= '9');
            return index ? node.path(Integer.parseInt(token)) : MissingNode.getInstance();
        }
        return node.path(token);
    }

    private static String decoded(String fragment) {
        if (fragment.indexOf('%') < 0) {
            return fragment;
        }
        try {
            return URLDecoder.decode(fragment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return fragment;
        }
    }
}
