package dev.countersign.openapi.contract;

import dev.countersign.openapi.json.Pointer;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The {@code $id}s, {@code $anchor}s and {@code $dynamicAnchor}s of a document (JSON Schema 2020-12 core, section 8.2).
 * They are looked for once, when the first schema is compiled; OpenAPI 3.0 has none. Thread-safe.
 */
final class Identifiers {
    private static final String NOWHERE = "/no such resource or anchor";
    private static final URI BASE = URI.create("contract:/document");

    /** Keywords whose values are data, or that hold no schemas. */
    private static final Set<String> DATA = Set.of("example", "examples", "enum", "const", "default");

    /** Keywords whose members are named by the author, so that no name in them is a keyword. */
    private static final Set<String> NAMED =
            Set.of("properties", "patternProperties", "dependentSchemas", "$defs", "definitions", "schemas");

    /** A part of the document with an identifier of its own. */
    private record Resource(String pointer, URI uri, Map<String, String> anchors, Map<String, String> dynamicAnchors) {
        Resource(String pointer, URI uri) {
            this(pointer, uri, new HashMap<>(), new HashMap<>());
        }
    }

    private final JsonNode document;
    private final Dialect dialect;
    private volatile @Nullable Map<String, Resource> resources;

    Identifiers(JsonNode document, Dialect dialect) {
        this.document = document;
        this.dialect = dialect;
    }

    /** The pointer of the resource that a URI reference means, when it stands at {@code from}. */
    String resource(String reference, String from) {
        Resource enclosing = enclosing(from);
        if (reference.isEmpty()) {
            return enclosing.pointer;
        }
        URI uri = resolved(enclosing.uri, reference);
        for (Resource resource : resources().values()) {
            if (resource.uri.equals(uri)) {
                return resource.pointer;
            }
        }
        return NOWHERE;
    }

    /** Whether no part of the document has an identifier of its own. */
    boolean isOneResource() {
        return resources().size() == 1;
    }

    String anchor(String resource, String name) {
        Resource found = resources().get(resource);
        String pointer = found == null ? null : found.anchors.getOrDefault(name, found.dynamicAnchors.get(name));
        return pointer == null ? NOWHERE : pointer;
    }

    Map<String, String> dynamicAnchors(String pointer) {
        return enclosing(pointer).dynamicAnchors;
    }

    private Resource enclosing(String pointer) {
        Map<String, Resource> all = resources();
        String prefix = pointer;
        while (all.size() > 1 && !prefix.isEmpty()) {
            Resource resource = all.get(prefix);
            if (resource != null) {
                return resource;
            }
            prefix = prefix.substring(0, prefix.lastIndexOf('/'));
        }
        return Objects.requireNonNull(all.get(""));
    }

    private Map<String, Resource> resources() {
        Map<String, Resource> found = resources;
        if (found == null) {
            found = new HashMap<>();
            Resource root = new Resource("", resolved(BASE, document.path("$id").asString("")));
            found.put("", root);
            if (dialect != Dialect.OPENAPI_3_0) {
                search(document, "", root, found, false);
            }
            resources = found;
        }
        return found;
    }

    private static void search(
            JsonNode node, String pointer, Resource enclosing, Map<String, Resource> found, boolean namesOnly) {
        if (node.isArray()) {
            for (int index = 0; index < node.size(); index++) {
                if (node.get(index).isContainer()) {
                    search(node.get(index), pointer + "/" + index, enclosing, found, false);
                }
            }
            return;
        }
        Resource resource = namesOnly ? enclosing : identified(node, pointer, enclosing, found);
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            String name = member.getKey();
            if (member.getValue().isContainer() && (namesOnly || !DATA.contains(name))) {
                boolean named = !namesOnly && NAMED.contains(name);
                search(member.getValue(), Pointer.child(pointer, name), resource, found, named);
            }
        }
    }

    private static Resource identified(JsonNode node, String pointer, Resource enclosing, Map<String, Resource> found) {
        Resource resource = enclosing;
        String id = node.path("$id").asString("");
        if (!id.isEmpty() && !pointer.isEmpty()) {
            resource = new Resource(pointer, resolved(enclosing.uri, id));
            found.put(pointer, resource);
        }
        for (String keyword : List.of("$anchor", "$dynamicAnchor")) {
            JsonNode anchor = node.path(keyword);
            if (anchor.isString()) {
                boolean dynamic = keyword.equals("$dynamicAnchor");
                (dynamic ? resource.dynamicAnchors : resource.anchors).putIfAbsent(anchor.stringValue(), pointer);
            }
        }
        return resource;
    }

    private static URI resolved(URI base, String reference) {
        try {
            URI uri = base.resolve(reference);
            String text = uri.toString();
            return text.endsWith("#") ? URI.create(text.substring(0, text.length() - 1)) : uri;
        } catch (IllegalArgumentException malformed) {
            return base;
        }
    }
}
