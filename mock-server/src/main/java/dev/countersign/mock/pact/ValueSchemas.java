package dev.countersign.mock.pact;

import dev.countersign.openapi.contract.SchemaNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Everything that a contract says about one value: the schema itself, and what it refers to or is composed of.
 *
 * @param schemas each of them once
 */
public record ValueSchemas(Set<SchemaNode> schemas) {
    /** Everything that these schemas say. */
    public static ValueSchemas of(Stream<SchemaNode> written) {
        Set<SchemaNode> schemas = new LinkedHashSet<>();
        written.forEach(schema -> schemas.addAll(schema.applied()));
        return new ValueSchemas(schemas);
    }

    /** What is said of a property. */
    public ValueSchemas property(String name) {
        List<SchemaNode> named = schemas.stream()
                .map(schema -> schema.child("properties").child(name))
                .filter(SchemaNode::exists)
                .toList();
        return named.isEmpty() ? all("additionalProperties") : of(named.stream());
    }

    /** What is said of the elements. */
    public ValueSchemas items() {
        return all("items");
    }

    /** What a tuple says of the element at a place. */
    ValueSchemas item(int index) {
        List<SchemaNode> own = schemas.stream()
                .map(schema -> schema.child("prefixItems").child(index))
                .filter(SchemaNode::exists)
                .toList();
        return own.isEmpty() ? items() : of(own.stream());
    }

    private ValueSchemas all(String keyword) {
        return of(schemas.stream().map(schema -> schema.child(keyword)));
    }

    /** Whether only one value, or one of a few, is meant. */
    public boolean isLiteral() {
        return has("const") || has("enum");
    }

    /** Whether the object's names are data. */
    boolean isMap() {
        return !has("properties")
                && schemas.stream()
                        .anyMatch(schema ->
                                schema.node().path("additionalProperties").isObject());
    }

    boolean has(String keyword) {
        return schemas.stream().anyMatch(schema -> schema.node().has(keyword));
    }

    /** The value of a keyword that is a text. */
    public Optional<String> text(String keyword) {
        return schemas.stream()
                .map(schema -> schema.node().path(keyword))
                .filter(JsonNode::isString)
                .map(JsonNode::asString)
                .findFirst();
    }
}
