package dev.countersign.openapi.contract;

import dev.countersign.openapi.json.Pointer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** A node of the bundled document that knows where it stands. Confined to one thread. */
public final class Part {
    private final JsonNode node;
    private final @Nullable Part parent;
    private final String step;
    private @Nullable String pointer;

    /**
     * @param node the node; missing where the document has none
     * @param pointer its place in the bundled document
     */
    public Part(JsonNode node, String pointer) {
        this.node = node;
        this.parent = null;
        this.step = "";
        this.pointer = pointer;
    }

    private Part(JsonNode node, Part parent, String step) {
        this.node = node;
        this.parent = parent;
        this.step = step;
    }

    public JsonNode node() {
        return node;
    }

    /** Put together when it is asked for: of most parts nobody does. */
    public String pointer() {
        String known = pointer;
        if (known == null) {
            known = parent == null ? "" : Pointer.child(parent.pointer(), step);
            pointer = known;
        }
        return known;
    }

    public Part child(String name) {
        JsonNode child = node.isObject() ? node.get(name) : null;
        return new Part(child == null ? MissingNode.getInstance() : child, this, name);
    }

    /** The values of an object, extensions left out, or the elements of an array; none of anything else. */
    public List<Part> children() {
        List<Part> children = new ArrayList<>(node.size());
        if (node.isObject()) {
            for (var entry : node.properties()) {
                if (!entry.getKey().startsWith("x-")) {
                    children.add(new Part(entry.getValue(), this, entry.getKey()));
                }
            }
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                children.add(new Part(node.get(i), this, Integer.toString(i)));
            }
        }
        return children;
    }

    /** Like {@link #children}, for maps whose keys are the author's own: a header may be called {@code X-…}. */
    public List<Part> entries() {
        List<Part> entries = new ArrayList<>(node.size());
        if (node.isObject()) {
            for (var entry : node.properties()) {
                entries.add(new Part(entry.getValue(), this, entry.getKey()));
            }
        }
        return entries;
    }

    /** The last token of the pointer: the field's or property's name. */
    public String name() {
        if (parent != null) {
            return step;
        }
        List<String> tokens = Pointer.tokens(pointer());
        return tokens.isEmpty() ? "" : tokens.get(tokens.size() - 1);
    }

    /** The text in a field; empty when there is none. */
    public String text(String field) {
        JsonNode value = node.isObject() ? node.get(field) : null;
        return value == null || value.isContainer() || value.isNull() ? "" : value.asString();
    }

    public boolean flag(String field, boolean otherwise) {
        JsonNode value = node.isObject() ? node.get(field) : null;
        return value != null && value.isBoolean() ? value.booleanValue() : otherwise;
    }

    public boolean exists() {
        return !node.isMissingNode();
    }
}
