package dev.countersign.openapi.contract;

import dev.countersign.openapi.json.Pointer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A schema where it stands in its document, and the only way to walk from one schema to others. A step to where nothing
 * stands leads to a missing schema, which demands nothing and from which every further step is missing too. Schemas may
 * refer to each other in circles: every method looks at each schema once, however deep they lie.
 *
 * <p>Two nodes are equal when they stand at the same place of the same document. Immutable and thread-safe.
 */
public final class SchemaNode {
    private final SchemaDocument document;
    private final String pointer;
    private final JsonNode node;
    private volatile @Nullable List<SchemaNode> applied;
    private volatile @Nullable List<SchemaNode> parts;

    SchemaNode(SchemaDocument document, String pointer, JsonNode node) {
        this.document = document;
        this.pointer = pointer;
        this.node = node;
    }

    /** The schema at a place of a bundled document; missing where nothing stands. */
    public static SchemaNode of(ObjectNode document, Dialect dialect, String pointer) {
        return new SchemaDocument(document, dialect).at(pointer);
    }

    /** A schema that demands nothing and stands in no document. */
    public static SchemaNode anything(String pointer) {
        ObjectNode empty = JsonNodeFactory.instance.objectNode();
        return new SchemaNode(new SchemaDocument(empty, Dialect.OPENAPI_3_1), pointer, empty);
    }

    /** JSON pointer of this schema in the bundled document, which is also where its violations point to. */
    public String pointer() {
        return pointer;
    }

    /** The schema as written; may be a {@code $ref} into the bundled document, or a boolean in OpenAPI 3.1. */
    public JsonNode node() {
        return node;
    }

    /** Whether there is a schema at this place. */
    public boolean exists() {
        return !node.isMissingNode();
    }

    /** The dialect that the schema is written in. */
    public Dialect dialect() {
        return document.dialect();
    }

    /** Another place of the same document. */
    public SchemaNode at(String elsewhere) {
        return document.at(elsewhere);
    }

    /** A schema that was made to stand in for this one, at the same place. */
    public SchemaNode insteadOf(JsonNode made) {
        return new SchemaNode(document, pointer, made);
    }

    /** A schema that does no more than to refer to this one. */
    public SchemaNode reference() {
        return insteadOf(JsonNodeFactory.instance.objectNode().put("$ref", Pointer.toReference(pointer)));
    }

    /** What stands under a keyword, or in a keyword's object under a name. */
    public SchemaNode child(String name) {
        JsonNode child = Pointer.step(node, name);
        return new SchemaNode(
                document, Pointer.child(pointer, name), child == null ? MissingNode.getInstance() : child);
    }

    /** The element of a keyword's array. */
    public SchemaNode child(int index) {
        return child(Integer.toString(index));
    }

    /** The schemas in an array; none where this is something else. */
    public List<SchemaNode> elements() {
        List<SchemaNode> elements = new ArrayList<>(node.size());
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            elements.add(new SchemaNode(document, Pointer.child(pointer, i), node.get(i)));
        }
        return elements;
    }

    /** The schemas in an object, each under a name of the author's; none where this is something else. */
    public List<SchemaNode> members() {
        List<SchemaNode> members = new ArrayList<>(node.size());
        for (String name : node.propertyNames()) {
            members.add(child(name));
        }
        return members;
    }

    /** The name under which the schema stands: a keyword, or the name of a property or component. */
    public String name() {
        return Pointer.last(pointer);
    }

    /** What a reference that stands in this schema means; absent when it leads to nowhere. */
    public Optional<SchemaNode> resolve(String reference) {
        return Optional.of(document.resolve(reference, pointer)).filter(SchemaNode::exists);
    }

    /** What the schema's {@code $ref} means; absent when it has none, or one that leads to nowhere. */
    public Optional<SchemaNode> referred() {
        String reference = Pointer.reference(node);
        return reference == null ? Optional.empty() : resolve(reference);
    }

    /** The {@code $dynamicAnchor}s of the schema resource that this schema is part of, as pointers by their names. */
    public Map<String, String> dynamicAnchors() {
        return document.dynamicAnchors(pointer);
    }

    /** The schema itself, or the first that a chain of references, with nothing beside them, leads to. */
    public SchemaNode resolved() {
        SchemaNode here = this;
        Set<String> seen = new HashSet<>();
        while (here.isReference() && seen.add(here.pointer)) {
            Optional<SchemaNode> next = here.referred();
            if (next.isEmpty()) {
                return here;
            }
            here = next.get();
        }
        return here;
    }

    /** Whether the schema is a {@code $ref} and nothing else: OpenAPI 3.0 ignores all that stands beside one. */
    public boolean isReference() {
        return Pointer.reference(node) != null && (node.size() == 1 || dialect() == Dialect.OPENAPI_3_0);
    }

    /**
     * Every schema that speaks of the same value: this one first, what it refers to, and all that is combined by {@code
     * allOf}, {@code oneOf} and {@code anyOf}, each followed by its own. What stands beside a {@code $ref} counts since
     * OpenAPI 3.1. Schemas that are {@code true} or {@code false} are left out, as they say nothing of a value.
     */
    public List<SchemaNode> applied() {
        List<SchemaNode> known = applied;
        if (known == null) {
            boolean alone = node.isObject() && parts().isEmpty();
            known = alone ? List.of(this) : InPlaceApplicators.closure(List.of(this), SchemaNode::parts);
            applied = known;
        }
        return known;
    }

    /** Like {@link #applied()}, and what may apply under a condition: every schema by which the value may be judged. */
    public List<SchemaNode> applicable() {
        return InPlaceApplicators.closure(List.of(this), InPlaceApplicators::withConditions);
    }

    /** Whether applying this schema comes to apply it to the same value again, which would go on for ever. */
    public boolean appliesItself() {
        return InPlaceApplicators.closure(InPlaceApplicators.withConditions(this), InPlaceApplicators::withConditions)
                .contains(this);
    }

    /** What the schema's {@code $ref} and {@code $dynamicRef} mean; without those that lead to nowhere. */
    public List<SchemaNode> references() {
        return InPlaceApplicators.references(this);
    }

    /** The schemas that this one applies to the same value directly: what it refers to, and what it combines. */
    public List<SchemaNode> parts() {
        List<SchemaNode> known = parts;
        if (known == null) {
            known = InPlaceApplicators.unconditional(this);
            parts = known;
        }
        return known;
    }

    /** What the schemas of {@link #applied()} say under a keyword, in their order. */
    public Stream<JsonNode> keywords(String name) {
        return applied().stream().map(schema -> schema.node.path(name)).filter(said -> !said.isMissingNode());
    }

    /** The properties that some schema of {@link #applied()} names; where several name one, the first. */
    public Map<String, SchemaNode> properties() {
        Map<String, SchemaNode> properties = new LinkedHashMap<>();
        for (SchemaNode schema : applied()) {
            for (SchemaNode property : schema.child("properties").members()) {
                properties.putIfAbsent(property.name(), property);
            }
        }
        return Collections.unmodifiableMap(properties);
    }

    /** The schema of a property; missing where no schema of {@link #applied()} names it. */
    public SchemaNode property(String name) {
        return first(schema -> schema.child("properties").child(name), SchemaNode::exists);
    }

    /** The schema of properties that are not named; missing where there is none, or a mere yes or no. */
    public SchemaNode additional() {
        return first(schema -> schema.child("additionalProperties"), additional -> additional.node.isObject());
    }

    /** The schema of an array's element, which {@code prefixItems} may give by its place. */
    public SchemaNode items(int index) {
        SchemaNode own = first(schema -> schema.child("prefixItems").child(index), SchemaNode::exists);
        return own.exists() ? own : first(schema -> schema.child("items"), SchemaNode::exists);
    }

    private SchemaNode first(UnaryOperator<SchemaNode> step, Predicate<SchemaNode> wanted) {
        for (SchemaNode schema : applied()) {
            SchemaNode found = step.apply(schema);
            if (wanted.test(found)) {
                return found;
            }
        }
        return new SchemaNode(document, pointer, MissingNode.getInstance());
    }

    /** The types that the schemas of {@link #applied()} name. */
    public Set<String> types() {
        Set<String> types = new LinkedHashSet<>();
        keywords("type")
                .flatMap(type -> type.isArray() ? type.valueStream() : Stream.of(type))
                .forEach(type -> types.add(type.asString("")));
        return types;
    }

    /** Whether a schema that speaks of the same value marks it: {@code format: password}, or {@code x-secret: true}. */
    public boolean isSecret() {
        return isMarked("x-secret")
                || keywords("format").anyMatch(format -> format.asString("").equals("password"));
    }

    /** Whether a schema that speaks of the same value has a keyword with the value {@code true}. */
    public boolean isMarked(String keyword) {
        return keywords(keyword).anyMatch(mark -> mark.asBoolean(false));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SchemaNode schema && pointer.equals(schema.pointer) && document.isOf(schema.document);
    }

    @Override
    public int hashCode() {
        return pointer.hashCode();
    }

    /** The place alone: a schema may be long. */
    @Override
    public String toString() {
        return pointer;
    }
}
