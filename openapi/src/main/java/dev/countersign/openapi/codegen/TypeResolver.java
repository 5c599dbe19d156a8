package dev.countersign.openapi.codegen;

import dev.countersign.openapi.codegen.JavaType.Kind;
import dev.countersign.openapi.contract.Contract;
import dev.countersign.openapi.contract.SchemaNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** Finds the Java type of any schema, and describes a class wherever the schema needs one. */
final class TypeResolver {
    private static final Set<String> STRUCTURAL =
            Set.of("properties", "required", "items", "prefixItems", "enum", "const");

    /** So many classes are described within each other; the depth of a document need not be that of the stack. */
    private static final int DEEPEST = 200;

    private final Document document;
    private final Subtypes subtypes;
    private final Directions directions;
    private final Discriminators discriminators;
    private final Octets octets;
    private final Models models;
    private final Map<SchemaNode, String> componentNames = new HashMap<>();
    private final Map<SchemaNode, JavaType> byReference = new HashMap<>();
    private final IdentityHashMap<JsonNode, JavaType> inline = new IdentityHashMap<>();
    private final Set<SchemaNode> open = new HashSet<>();
    private final Deque<Runnable> later = new ArrayDeque<>();
    private int depth;

    TypeResolver(Contract contract, Models models) {
        this.document = new Document(contract);
        this.subtypes = new Subtypes(document);
        this.directions = new Directions(contract, document, subtypes);
        this.discriminators = new Discriminators(contract, document, subtypes);
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
        for (SchemaNode component : document.components()) {
            String name = component.name();
            if (name.equals(JavaNames.type(name)) && models.isFree(name)) {
                componentNames.put(component, models.name(name));
            }
        }
        for (SchemaNode component : document.components()) {
            componentNames.computeIfAbsent(component, each -> models.name(JavaNames.type(each.name())));
        }
    }

    /** Describes the classes of all component schemas, used or not. */
    void resolveComponents() {
        document.components().forEach(component -> component(component, component.name()));
    }

    /**
     * The type of a schema.
     *
     * @param hint what its class is called if it needs one and has no name of its own
     */
    JavaType resolve(SchemaNode schema, String hint) {
        Optional<Alias> alias = alias(schema);
        if (alias.isPresent()) {
            Shape shape = document.shape(schema);
            return component(alias.get().target(), hint).orNull(shape.nullable).secret(shape.secret);
        }
        if (!schema.node().isObject()) {
            return JavaType.ANY;
        }
        JavaType known = inline.get(schema.node());
        return known != null ? known : described(schema, hint, Optional.empty(), own -> inline.put(schema.node(), own));
    }

    /** The type of a schema that others refer to; of a chain of those that stand for each other, every one gets the last one's. */
    private JavaType component(SchemaNode schema, String hint) {
        Deque<SchemaNode> chain = new ArrayDeque<>();
        Deque<Alias> aliases = new ArrayDeque<>();
        SchemaNode here = schema;
        JavaType type = byReference.get(here);
        while (type == null) {
            SchemaNode end = document.end(here);
            if (!open.add(here) || !end.node().isObject()) {
                type = JavaType.ANY;
                break;
            }
            chain.push(here);
            Optional<Alias> alias = subtypes.contains(end) ? Optional.empty() : alias(end);
            if (alias.isPresent()) {
                aliases.push(alias.get());
                here = alias.get().target();
                type = byReference.get(here);
            } else {
                SchemaNode named = here;
                type = described(
                        end, hint, Optional.ofNullable(componentNames.get(named)), own -> byReference.put(named, own));
                open.remove(chain.pop());
            }
        }
        while (!aliases.isEmpty()) {
            type = type.orNull(aliases.pop().nullable());
            byReference.put(chain.peek(), type);
            open.remove(chain.pop());
        }
        return type;
    }

    private JavaType described(SchemaNode schema, String hint, Optional<String> name, Consumer<JavaType> known) {
        if (depth > 2 * DEEPEST) {
            return JavaType.ANY;
        }
        depth++;
        JavaType type = new SchemaType(this, schema, hint, name).resolve(known);
        known.accept(type);
        while (depth == 1 && !later.isEmpty()) {
            later.pop().run();
        }
        depth--;
        return type;
    }

    /** Describes a class, whose type is known already: at once or, far down in the document, when the stack is free again. */
    void describe(Runnable description) {
        if (depth < DEEPEST) {
            description.run();
        } else {
            later.add(description);
        }
    }

    /** The schema that another one stands for, if it adds nothing that matters to a Java type but perhaps that null is allowed. */
    private record Alias(SchemaNode target, boolean nullable) {}

    private static Optional<Alias> alias(SchemaNode schema) {
        boolean nullable = false;
        Set<SchemaNode> seen = new HashSet<>();
        SchemaNode here = schema;
        while (seen.add(here) && STRUCTURAL.stream().noneMatch(here.node()::has)) {
            List<SchemaNode> parts = here.parts();
            nullable |= Shape.saysNull(here.node());
            if (parts.size() != 1) {
                return Optional.empty();
            }
            if (here.referred().isPresent()) {
                return Optional.of(new Alias(parts.get(0), nullable));
            }
            here = parts.get(0);
        }
        return Optional.empty();
    }

    /** A class name for a schema without a name of its own. */
    String nameFor(SchemaNode schema, String hint) {
        String title = schema.node().path("title").asString("");
        String wanted = JavaNames.type(title);
        boolean usable = !title.isBlank() && title.length() <= 60 && models.isFree(wanted);
        return models.name(usable ? wanted : JavaNames.type(hint));
    }

    static JavaType model(Kind kind, String name) {
        return JavaType.reference(kind, name);
    }
}
