package dev.countersign.openapi.contract;

import dev.countersign.openapi.json.Pointer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/** An object of the bundled document, or a field of one, that knows where it stands. Thread-safe. */
public final class DocumentNode {
    private final SchemaDocument document;
    private final JsonNode node;
    private final @Nullable DocumentNode parent;
    private final String step;
    private @Nullable String pointer;

    private DocumentNode(
            SchemaDocument document, JsonNode node, @Nullable DocumentNode parent, String step, @Nullable String at) {
        this.document = document;
        this.node = node;
        this.parent = parent;
        this.step = step;
        this.pointer = at;
    }

    /** The document as a whole. */
    public static DocumentNode of(ObjectNode document, Dialect dialect) {
        return new DocumentNode(new SchemaDocument(document, dialect), document, null, "", "");
    }

    /** The node; missing where the document has none. */
    public JsonNode node() {
        return node;
    }

    /** The place in the bundled document. It is put together when it is asked for, which it seldom is. */
    public String pointer() {
        String known = pointer;
        if (known == null) {
            known = parent == null ? "" : Pointer.child(parent.pointer(), step);
            pointer = known;
        }
        return known;
    }

    /** The same place, where a schema stands. */
    public SchemaNode schema() {
        return new SchemaNode(document, pointer(), node);
    }

    /** Another value in the same place. */
    DocumentNode with(JsonNode value) {
        return new DocumentNode(document, value, parent, step, pointer());
    }

    /** A place anywhere in the document; missing where nothing stands. */
    public DocumentNode at(String elsewhere) {
        SchemaNode found = document.at(elsewhere);
        return new DocumentNode(document, found.node(), null, Pointer.last(elsewhere), elsewhere);
    }

    /** The node itself, or what its {@code $ref} leads to; the last one where a chain leads nowhere or in a circle. */
    public DocumentNode resolved() {
        DocumentNode here = this;
        Set<String> seen = new HashSet<>();
        String reference = Pointer.reference(node);
        while (reference != null && seen.add(reference)) {
            DocumentNode target = at(Pointer.ofReference(reference));
            if (!reference.startsWith("#") || !target.exists()) {
                return here;
            }
            here = target;
            reference = Pointer.reference(here.node);
        }
        return here;
    }

    /** The field, or in an array the element, of this name. */
    public DocumentNode child(String name) {
        JsonNode child = Pointer.step(node, name);
        return new DocumentNode(document, child == null ? MissingNode.getInstance() : child, this, name, null);
    }

    /** The values of an object, extensions left out, or the elements of an array; none of anything else. */
    public List<DocumentNode> children() {
        return entries().stream()
                .filter(entry -> node.isArray() || !entry.step.startsWith("x-"))
                .toList();
    }

    /** Like {@link #children}, for maps whose keys are the author's own: a header may be called {@code X-…}. */
    public List<DocumentNode> entries() {
        List<DocumentNode> entries = new ArrayList<>(node.size());
        if (node.isObject()) {
            for (var entry : node.properties()) {
                entries.add(new DocumentNode(document, entry.getValue(), this, entry.getKey(), null));
            }
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                entries.add(new DocumentNode(document, node.get(i), this, Integer.toString(i), null));
            }
        }
        return entries;
    }

    /** The last token of the pointer: the field's or property's name. */
    public String name() {
        return step;
    }

    /** The text in a field; empty when there is none. */
    public String text(String field) {
        JsonNode value = node.isObject() ? node.get(field) : null;
        return value == null || value.isContainer() || value.isNull() ? "" : value.asString();
    }

    /** The boolean in a field, or the other value where there is none. */
    public boolean flag(String field, boolean otherwise) {
        JsonNode value = node.isObject() ? node.get(field) : null;
        return value != null && value.isBoolean() ? value.booleanValue() : otherwise;
    }

    /** Whether the document has something at this place. */
    public boolean exists() {
        return !node.isMissingNode();
    }
}
