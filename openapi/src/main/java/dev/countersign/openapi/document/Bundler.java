package dev.countersign.openapi.document;

import dev.countersign.openapi.contract.Grammar;
import dev.countersign.openapi.contract.Grammar.Field;
import dev.countersign.openapi.contract.Kind;
import dev.countersign.openapi.contract.Problem;
import dev.countersign.openapi.contract.Problem.Severity;
import dev.countersign.openapi.document.References.Target;
import dev.countersign.openapi.json.Pointer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Copies a document into one tree in which every {@code $ref} points under {@code components}. What other files hold is
 * given a name there; what cannot be shared there (a path item, say) is written in place of its reference. Values that
 * are data are taken over as they are and never looked into; so are parts in which nothing changes, except those of
 * Swagger 2.0, whose conversion writes into them.
 */
public final class Bundler {
    /** Keywords of a schema that hold a list of data. */
    private static final Set<String> DATA_LISTS = Set.of("enum", "required");

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Source root;
    private final References references;
    private final boolean swagger2;
    private final boolean siblingsCount;
    private final List<Problem> problems;
    private final Origins origins;
    private final Placements placements;
    private final Deque<String> inlining = new ArrayDeque<>();

    public Bundler(Sources sources, Version version, List<Problem> problems, Origins origins) {
        this.root = sources.root();
        this.references = new References(sources);
        this.swagger2 = version == Version.SWAGGER_2_0;
        this.siblingsCount = version.siblingsCount();
        this.problems = problems;
        this.origins = origins;
        this.placements = new Placements(root, references, swagger2);
    }

    public ObjectNode bundle() {
        Position top = new Position(root, "", "", "");
        ObjectNode document = (ObjectNode) copy(root.tree(), swagger2 ? Kind.V2_DOCUMENT : Kind.DOCUMENT, top);
        for (Placements.Pending next = placements.next(); next != null; next = placements.next()) {
            String pointer = Pointer.child(next.section(), next.name());
            origins.mount(pointer, next.target().source(), next.target().pointer());
            Position at = new Position(next.target().source(), next.target().pointer(), "", pointer);
            JsonNode copied = copy(next.target().node(), next.kind(), at);
            section(document, next.section()).set(next.name(), Stopgap.ofComponent(copied));
        }
        return document;
    }

    private JsonNode copy(JsonNode node, Kind kind, Position at) {
        if (kind == Kind.DATA || !(node instanceof ObjectNode object)) {
            return node;
        }
        String reference = Pointer.reference(object);
        if (reference != null) {
            return reference(object, reference, kind, at);
        }
        Position here = kind == Kind.SCHEMA && object.has("$id") ? at.asResource() : at;
        ChangedObject changes = new ChangedObject(object, swagger2 || kind == Kind.DOCUMENT || kind == Kind.COMPONENTS);
        for (var entry : object.properties()) {
            String name = entry.getKey();
            Optional<Field> field = Grammar.field(kind, name);
            if (kind == Kind.SCHEMA && DATA_LISTS.contains(name)) {
                changes.set(name, copyDataList(entry.getValue(), here.child(name)));
            } else if (field.isPresent()) {
                changes.set(name, copyField(entry.getValue(), field.get(), here.child(name)));
            }
        }
        if (kind == Kind.SCHEMA) {
            changes.remove("$id"); // Every reference becomes a pointer, which an $id would divert.
            changes.remove("$anchor");
            mapDiscriminator(object, here).ifPresent(mapped -> changes.set("discriminator", mapped));
        }
        return changes.result();
    }

    /** Where the standard has a list, some tools follow a reference in its place, as they do in place of a map. */
    private JsonNode copyDataList(JsonNode value, Position at) {
        String reference = Pointer.reference(value);
        return value instanceof ObjectNode object && reference != null
                ? inline(object, reference, at, (target, in) -> target.node())
                : value;
    }

    private JsonNode copyField(JsonNode value, Field field, Position at) {
        if (field.kind() == Kind.DATA) {
            return value;
        }
        String instead = field.occurs() == Grammar.Occurs.LIST ? Pointer.reference(value) : null;
        if (instead != null && value instanceof ObjectNode object) {
            return inline(object, instead, at, (target, in) -> copyField(target.node(), field, in));
        }
        if (field.occurs() == Grammar.Occurs.LIST && value.isArray()) {
            ArrayNode list = NODES.arrayNode(value.size());
            for (int i = 0; i < value.size(); i++) {
                JsonNode element = copy(value.get(i), field.kind(), at.child(i));
                if (!element.isMissingNode()) {
                    list.add(element);
                }
            }
            return list;
        }
        if (field.occurs() == Grammar.Occurs.MAP && value instanceof ObjectNode map) {
            return copyMap(map, field, at);
        }
        return copy(value, field.kind(), at);
    }

    private JsonNode copyMap(ObjectNode map, Field field, Position at) {
        String reference = Pointer.reference(map);
        if (reference != null) {
            return inline(map, reference, at, (target, in) -> copyField(target.node(), field, in));
        }
        String section = Grammar.sharedUnder(field.kind(), swagger2).orElse("");
        if (!section.isEmpty() && at.isAt(section)) {
            return copySection(map, section, field.kind(), at);
        }
        ChangedObject changes = new ChangedObject(map, swagger2);
        for (var entry : map.properties()) {
            String name = entry.getKey();
            changes.set(name, copy(entry.getValue(), field.kind(), at.child(name)));
        }
        return changes.result();
    }

    private ObjectNode copySection(ObjectNode map, String section, Kind kind, Position at) {
        ObjectNode copy = NODES.objectNode();
        String written = at.pointer();
        for (var entry : map.properties()) {
            String child = Pointer.child(written, entry.getKey());
            String pointer = placements.kept(at.source(), child, section, entry.getKey());
            Target content = placements.contentOf(pointer);
            if (content == null) {
                content = new Target(at.source(), child, entry.getValue());
            }
            origins.mount(pointer, content.source(), content.pointer());
            Position place = new Position(content.source(), content.pointer(), "", pointer);
            copy.set(pointer.substring(section.length() + 1), Stopgap.ofComponent(copy(content.node(), kind, place)));
        }
        return copy;
    }

    private JsonNode reference(ObjectNode object, String reference, Kind kind, Position at) {
        Optional<String> section = Grammar.sharedUnder(kind, swagger2);
        if (section.isEmpty()) {
            return inline(
                    object, reference, at, (target, in) -> copy(target.as(kind).node(), kind, in));
        }
        ObjectNode copy = NODES.objectNode();
        try {
            Target target =
                    references.resolve(at.source(), at.resource(), reference).as(kind);
            String internal = Pointer.toReference(placements.of(target, kind, section.get()));
            if (object.size() == 1 && internal.equals(reference) && !swagger2) {
                return object;
            }
            copy.put("$ref", internal);
        } catch (BrokenReferenceException e) {
            problems.add(broken(e, at));
            if (!siblingsCount || object.size() == 1) {
                return Stopgap.of(kind);
            }
        }
        if (siblingsCount) {
            for (var entry : object.properties()) {
                if (!entry.getKey().equals("$ref") && !entry.getKey().equals("$id")) {
                    Optional<Field> field = Grammar.field(kind, entry.getKey());
                    JsonNode value = entry.getValue();
                    copy.set(
                            entry.getKey(),
                            field.isPresent() ? copyField(value, field.get(), at.child(entry.getKey())) : value);
                }
            }
        }
        return copy;
    }

    private interface Copier {
        JsonNode copy(Target target, Position at) throws BrokenReferenceException;
    }

    private JsonNode inline(ObjectNode object, String reference, Position at, Copier copier) {
        ObjectNode merged = NODES.objectNode();
        try {
            Target target = references.atTheEnd(references.resolve(at.source(), at.resource(), reference));
            String key = placements.key(target.source(), target.pointer(), "");
            if (inlining.contains(key)) {
                throw new BrokenReferenceException("\"" + reference + "\" leads back to itself.", "Break the circle.");
            }
            inlining.push(key);
            JsonNode copied;
            try {
                origins.mount(at.copy(), target.source(), target.pointer());
                copied = copier.copy(target, new Position(target.source(), target.pointer(), "", at.copy()));
            } finally {
                inlining.pop();
            }
            if (!(copied instanceof ObjectNode copiedObject)) {
                return copied;
            }
            merged.setAll(copiedObject);
        } catch (BrokenReferenceException e) {
            problems.add(broken(e, at));
        }
        for (var entry : object.properties()) {
            if (!entry.getKey().equals("$ref")) {
                merged.set(entry.getKey(), entry.getValue());
            }
        }
        return merged;
    }

    private Optional<JsonNode> mapDiscriminator(ObjectNode schema, Position at) {
        if (!(schema.get("discriminator") instanceof ObjectNode discriminator)
                || !(discriminator.get("mapping") instanceof ObjectNode mapping)) {
            return Optional.empty();
        }
        ObjectNode mapped = NODES.objectNode();
        for (var entry : mapping.properties()) {
            String value = entry.getValue().asString("");
            // A bare word names a schema of the same document; anything else is a reference (OAS 3.1 section 4.8.25).
            boolean bare = !value.contains("/") && !value.contains("#") && !value.contains(".");
            String reference = bare ? "#/components/schemas/" + value : value;
            try {
                Target target = references.resolve(at.source(), "", reference);
                String section = Grammar.sharedUnder(Kind.SCHEMA, swagger2).orElseThrow();
                mapped.put(entry.getKey(), Pointer.toReference(placements.of(target, Kind.SCHEMA, section)));
            } catch (BrokenReferenceException e) {
                Position child = at.child("discriminator").child("mapping").child(entry.getKey());
                problems.add(new Problem(Severity.WARNING, child.source().place(child.pointer()), e.what(), e.fix()));
                mapped.set(entry.getKey(), entry.getValue());
            }
        }
        return Optional.of(discriminator.deepCopy().set("mapping", mapped));
    }

    private static ObjectNode section(ObjectNode document, String section) {
        ObjectNode here = document;
        for (String token : Pointer.tokens(section)) {
            here = here.get(token) instanceof ObjectNode known ? known : here.putObject(token);
        }
        return here;
    }

    private static Problem broken(BrokenReferenceException e, Position at) {
        return new Problem(Severity.ERROR, at.source().place(Pointer.child(at.pointer(), "$ref")), e.what(), e.fix());
    }
}
