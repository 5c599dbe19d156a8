package dev.countersign.openapi.codegen;

import dev.countersign.openapi.codegen.JavaType.Kind;
import dev.countersign.openapi.contract.Contract;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Finds the Java type of any schema, and describes a class wherever the schema needs one. */
final class TypeResolver {
    private static final Set<String> STRUCTURAL = Set.of(
            "properties", "required", "items", "prefixItems", "enum", "const", "oneOf", "anyOf", "allOf", "$ref");

    private final Document document;
    private final Subtypes subtypes;
    private final Directions directions;
    private final Discriminators discriminators;
    private final Octets octets;
    private final Models models;
    private final Map<String, String> componentNames = new HashMap<>();
    private final Map<String, JavaType> byReference = new HashMap<>();
    private final IdentityHashMap<JsonNode, JavaType> inline = new IdentityHashMap<>();
    private final Set<Object> open = new HashSet<>();

    TypeResolver(Contract contract, Models models) {
        this.document = new Document(contract.document());
        this.subtypes = new Subtypes(document);
        this.directions = new Directions(contract, document, subtypes);
        this.discriminators = new Discriminators(document, subtypes);
        this.octets = new Octets(contract, document);
        this.models = models;
        nameComponents();
    }

    Document document() {
        return document;
    }

    Subtypes subtypes() {
        return subtypes;
    }

    Directions directions() {
        return directions;
    }

    Discriminators discriminators() {
        return discriminators;
    }

    Octets octets() {
        return octets;
    }

    Models models() {
        return models;
    }

    /** Names that are fine already are given out first, so that no other schema can take them. */
    private void nameComponents() {
        List<String> names = List.copyOf(document.schemas().propertyNames());
        for (String name : names) {
            if (name.equals(JavaNames.type(name)) && models.isFree(name)) {
                componentNames.put(Document.reference(name), models.name(name));
            }
        }
        for (String name : names) {
            componentNames.computeIfAbsent(Document.reference(name), reference -> models.name(JavaNames.type(name)));
        }
    }

    /** Describes the classes of all component schemas, used or not. */
    void resolveComponents() {
        document.schemas().propertyNames().forEach(name -> component(Document.reference(name), name));
    }

    /**
     * The type of a schema.
     *
     * @param hint what its class is called if it needs one and has no name of its own
     */
    JavaType resolve(JsonNode schema, String hint) {
        Optional<String> reference = soleReference(schema);
        if (reference.isPresent()) {
            Shape shape = Shape.of(schema, document);
            return component(reference.get(), hint).orNull(shape.nullable).secret(shape.secret);
        }
        if (!(schema instanceof ObjectNode)) {
            return JavaType.ANY;
        }
        JavaType known = inline.get(schema);
        if (known != null) {
            return known;
        }
        JavaType type = new SchemaType(this, schema, hint, Optional.empty()).resolve(own -> inline.put(schema, own));
        inline.put(schema, type);
        return type;
    }

    private JavaType component(String reference, String hint) {
        JavaType known = byReference.get(reference);
        if (known != null) {
            return known;
        }
        JsonNode schema = document.follow(reference);
        if (!open.add(reference) || !(schema instanceof ObjectNode)) {
            return JavaType.ANY;
        }
        try {
            Optional<String> sole = subtypes.contains(schema) ? Optional.empty() : soleReference(schema);
            JavaType type = sole.isPresent()
                    ? component(sole.get(), hint).orNull(Shape.of(schema, document).nullable)
                    : new SchemaType(this, schema, hint, Optional.ofNullable(componentNames.get(reference)))
                            .resolve(own -> byReference.put(reference, own));
            byReference.put(reference, type);
            return type;
        } finally {
            open.remove(reference);
        }
    }

    /** The one schema that this one stands for, if it adds nothing that matters to a Java type. */
    private static Optional<String> soleReference(JsonNode schema) {
        List<String> structure =
                schema.propertyNames().stream().filter(STRUCTURAL::contains).toList();
        if (structure.size() != 1) {
            return Optional.empty();
        }
        String keyword = structure.get(0);
        return switch (keyword) {
            case "$ref" -> Document.referenceOf(schema);
            case "allOf", "oneOf", "anyOf" ->
                schema.path(keyword).size() == 1
                        ? soleReference(schema.path(keyword).get(0))
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** A class name for a schema without a name of its own. */
    String nameFor(JsonNode schema, String hint) {
        String title = schema.path("title").asString("");
        String wanted = JavaNames.type(title);
        boolean usable = !title.isBlank() && title.length() <= 60 && models.isFree(wanted);
        return models.name(usable ? wanted : JavaNames.type(hint));
    }

    static JavaType model(Kind kind, String name) {
        return JavaType.reference(kind, name);
    }
}
