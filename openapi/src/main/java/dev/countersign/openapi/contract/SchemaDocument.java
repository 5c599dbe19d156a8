package dev.countersign.openapi.contract;

import dev.countersign.openapi.json.Pointer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/** A bundled document as far as schemas refer to each other in it. Thread-safe as long as the tree is not changed. */
final class SchemaDocument {
    private final ObjectNode root;
    private final Dialect dialect;
    private final Identifiers identifiers;
    private final Map<String, SchemaNode> resolved = new ConcurrentHashMap<>();

    SchemaDocument(ObjectNode root, Dialect dialect) {
        this.root = root;
        this.dialect = dialect;
        this.identifiers = new Identifiers(root, dialect);
    }

    Dialect dialect() {
        return dialect;
    }

    /** Whether a tree is this document's own. */
    @SuppressWarnings("ReferenceEquality") // An equal document is another one.
    boolean isOf(SchemaDocument other) {
        return root == other.root;
    }

    /** What stands at a pointer; a missing node where nothing does. */
    SchemaNode at(String pointer) {
        JsonNode found = Pointer.find(root, pointer);
        return new SchemaNode(this, pointer, found == null ? MissingNode.getInstance() : found);
    }

    /** What a reference that stands in the schema at {@code from} means; a missing node where it leads nowhere. */
    SchemaNode resolve(String reference, String from) {
        if (!identifiers.isOneResource()) {
            return find(reference, from);
        }
        // Without an $id it does not matter where the reference stands.
        SchemaNode known = resolved.get(reference);
        if (known == null) {
            known = find(reference, from);
            resolved.put(reference, known);
        }
        return known;
    }

    private SchemaNode find(String reference, String from) {
        int hash = reference.indexOf('#');
        String fragment = Pointer.ofReference(reference);
        String resource = identifiers.resource(hash < 0 ? reference : reference.substring(0, hash), from);
        if (!fragment.isEmpty() && fragment.charAt(0) != '/') {
            return at(identifiers.anchor(resource, fragment));
        }
        SchemaNode target = at(resource + fragment);
        // Bundling may have rewritten a reference inside a schema with an $id into one from the document's root.
        return target.exists() || hash != 0 ? target : at(fragment);
    }

    /** The {@code $dynamicAnchor}s of the schema resource that a pointer leads into, as pointers by their names. */
    Map<String, String> dynamicAnchors(String pointer) {
        return identifiers.dynamicAnchors(pointer);
    }
}
