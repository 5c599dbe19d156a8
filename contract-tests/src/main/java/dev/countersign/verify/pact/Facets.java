package dev.countersign.verify.pact;

import dev.countersign.openapi.contract.Contract;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Everything that a contract says about one value: the schema itself, and what it refers to or is composed of.
 *
 * @param contract the contract
 * @param schemas the schema objects, references followed and compositions taken apart
 */
record Facets(Contract contract, List<JsonNode> schemas) {
    private static final List<String> COMPOSITIONS = List.of("allOf", "oneOf", "anyOf");

    static Facets of(Contract contract, Stream<JsonNode> written) {
        List<JsonNode> schemas = new ArrayList<>();
        Set<JsonNode> seen = new HashSet<>();
        written.forEach(schema -> collect(contract, schema, schemas, seen));
        return new Facets(contract, schemas);
    }

    private static void collect(Contract contract, JsonNode schema, List<JsonNode> found, Set<JsonNode> seen) {
        if (!(schema instanceof ObjectNode) || !seen.add(schema)) {
            return;
        }
        found.add(schema);
        String reference = schema.path("$ref").asString("");
        if (reference.startsWith("#")) {
            String pointer = URLDecoder.decode(reference.substring(1).replace("+", "%2B"), StandardCharsets.UTF_8);
            collect(contract, contract.document().at(JsonPointer.compile(pointer)), found, seen);
        }
        COMPOSITIONS.forEach(name -> schema.path(name).forEach(part -> collect(contract, part, found, seen)));
    }

    Facets property(String name) {
        List<JsonNode> named = schemas.stream()
                .map(schema -> schema.path("properties").path(name))
                .filter(JsonNode::isObject)
                .toList();
        return of(
                contract,
                named.isEmpty() ? schemas.stream().map(schema -> schema.path("additionalProperties")) : named.stream());
    }

    Facets items() {
        return of(contract, schemas.stream().map(schema -> schema.path("items")));
    }

    /** What a tuple says of the element at a place. */
    Facets item(int index) {
        List<JsonNode> own = schemas.stream()
                .map(schema -> schema.path("prefixItems").path(index))
                .filter(JsonNode::isObject)
                .toList();
        return own.isEmpty() ? items() : of(contract, own.stream());
    }

    /** Whether only one value, or one of a few, is meant. */
    boolean isLiteral() {
        return has("const") || has("enum");
    }

    /** Whether the object's names are data. */
    boolean isMap() {
        return !has("properties")
                && schemas.stream()
                        .anyMatch(schema -> schema.path("additionalProperties").isObject());
    }

    boolean has(String keyword) {
        return schemas.stream().anyMatch(schema -> schema.has(keyword));
    }

    Optional<String> text(String keyword) {
        return schemas.stream()
                .map(schema -> schema.path(keyword))
                .filter(JsonNode::isString)
                .map(JsonNode::asString)
                .findFirst();
    }
}
