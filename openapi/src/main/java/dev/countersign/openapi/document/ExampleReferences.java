package dev.countersign.openapi.document;

import dev.countersign.openapi.contract.Dialect;
import dev.countersign.openapi.contract.DocumentNode;
import dev.countersign.openapi.contract.DocumentWalk;
import dev.countersign.openapi.contract.Kind;
import dev.countersign.openapi.contract.Problem;
import dev.countersign.openapi.contract.Problem.Severity;
import dev.countersign.openapi.document.References.Target;
import dev.countersign.openapi.json.Pointer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Examples that are written as references, {@code example: {$ref: body.json}}. To the letter an example is data, in which
 * nothing is a reference (OAS 3.1 section 4.8.19), but authors do not mean the text {@code body.json} by it: the content of a file
 * beside the document takes its place, with a warning. Where the schema names a property {@code $ref}, it is data.
 */
public final class ExampleReferences {
    private static final Set<Kind> HOLDERS = Set.of(Kind.MEDIA_TYPE, Kind.PARAMETER, Kind.HEADER, Kind.SCHEMA);

    private final DocumentNode document;
    private final Sources sources;
    private final References references;
    private final Origins origins;
    private final List<Problem> problems;

    private ExampleReferences(DocumentNode document, Sources sources, Origins origins, List<Problem> problems) {
        this.document = document;
        this.sources = sources;
        this.references = new References(sources);
        this.origins = origins;
        this.problems = problems;
    }

    /** Replaces them in a bundled document. */
    public static void replace(
            ObjectNode document, Dialect dialect, Sources sources, Origins origins, List<Problem> problems) {
        ExampleReferences examples =
                new ExampleReferences(DocumentNode.of(document, dialect), sources, origins, problems);
        new DocumentWalk(examples::visit).walk(document);
    }

    private void visit(ObjectNode node, Kind kind, String pointer) {
        if (HOLDERS.contains(kind) && node.has("example")) {
            replace(node, "example", kind == Kind.SCHEMA ? pointer : pointer + "/schema", pointer);
        }
        if (kind == Kind.EXAMPLE) {
            String holder = pointer.substring(0, Math.max(0, pointer.lastIndexOf("/examples/")));
            replace(node, "value", holder + "/schema", pointer);
            replace(node, "dataValue", holder + "/schema", pointer);
        }
        if (kind == Kind.SCHEMA && node.get("examples") instanceof ArrayNode list) {
            for (int i = 0; i < list.size(); i++) {
                list.set(i, replaced(list.get(i), pointer, Pointer.child(pointer + "/examples", i), true));
            }
        }
    }

    private void replace(ObjectNode holder, String field, String schema, String pointer) {
        JsonNode value = holder.get(field);
        if (value != null && value.isContainer()) {
            holder.set(field, replaced(value, schema, Pointer.child(pointer, field), true));
        }
    }

    private JsonNode replaced(JsonNode value, String schema, String pointer, boolean whole) {
        String reference = value.size() == 1 ? Pointer.reference(value) : null;
        if (reference != null) {
            return isData(schema) ? value : content(reference, pointer, whole).orElse(value);
        }
        if (!mentionsReference(value)) {
            return value;
        }
        if (value.isArray()) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode(value.size());
            value.forEach(element -> copy.add(replaced(element, schema, pointer, false)));
            return copy;
        }
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        value.properties()
                .forEach(field -> copy.set(field.getKey(), replaced(field.getValue(), schema, pointer, false)));
        return copy;
    }

    /** Whether there is a reference below; nearly all examples have none, and are not copied. */
    private static boolean mentionsReference(JsonNode value) {
        if (value.isObject() && value.has("$ref")) {
            return true;
        }
        for (JsonNode part : value) {
            if (part.isContainer() && mentionsReference(part)) {
                return true;
            }
        }
        return false;
    }

    private boolean isData(String schema) {
        return document.at(schema).schema().properties().containsKey("$ref");
    }

    /** What a reference in an example leads to; within an example only to a file, as schemas are data to some interfaces. */
    private Optional<JsonNode> content(String reference, String pointer, boolean whole) {
        if (!whole && reference.startsWith("#")) {
            return Optional.empty();
        }
        Optional<JsonNode> content = Optional.empty();
        try {
            Target target = references.resolve(origins.source(pointer), "", reference);
            if (sources.isBelowFolder(target.source())) {
                boolean example =
                        target.pointer().contains("/examples/") && target.node().has("value");
                content = Optional.of(example ? target.node().path("value") : target.node());
            }
        } catch (BrokenReferenceException e) {
            if (!whole) {
                return Optional.empty();
            }
        }
        problems.add(new Problem(
                Severity.WARNING,
                origins.place(pointer),
                "An example is data, in which \"$ref\" is no reference; "
                        + (content.isPresent()
                                ? "the content of \"" + reference + "\" takes its place."
                                : "\"" + reference + "\" is taken as it stands."),
                "Write the value itself, or use \"externalValue\"."));
        return content;
    }
}
