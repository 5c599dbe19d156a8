package dev.countersign.mock.sample;

import dev.countersign.openapi.Dialect;
import dev.countersign.openapi.SchemaNode;
import dev.countersign.openapi.schema.Schemas;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Merges the schemas that apply to one value, choosing among alternatives where there are some. */
final class DemandReader {
    private static final int SIMPLE_DEPTH = 4;

    private final Schemas schemas;
    private final Dialect dialect;
    private final Choices choices;

    DemandReader(Schemas schemas, Dialect dialect, Choices choices) {
        this.schemas = schemas;
        this.dialect = dialect;
        this.choices = choices;
    }

    Demand read(List<SchemaNode> roots, Trail trail) {
        Demand demand = new Demand();
        for (SchemaNode root : roots) {
            add(root, demand, trail);
        }
        return demand;
    }

    private void add(SchemaNode schema, Demand demand, Trail trail) {
        JsonNode node = schema.node();
        if (node.isBoolean()) {
            demand.isImpossible |= !node.booleanValue();
            return;
        }
        if (!node.isObject() || !demand.pointers.add(schema.pointer())) {
            return;
        }
        boolean refers = addReferences(schema, demand, trail);
        if (refers && dialect == Dialect.OPENAPI_3_0) {
            return;
        }
        addAssertions(schema, demand);
        addComposition(schema, demand, trail);
    }

    private boolean addReferences(SchemaNode schema, Demand demand, Trail trail) {
        boolean refers = false;
        for (String keyword : List.of("$ref", "$dynamicRef")) {
            String reference = schema.node().path(keyword).stringValue("");
            if (!reference.isEmpty()) {
                refers = true;
                schemas.resolve(schema, reference).ifPresent(target -> add(target, demand, trail));
            }
        }
        return refers;
    }

    private static void addAssertions(SchemaNode schema, Demand demand) {
        JsonNode node = schema.node();
        Set<String> types = new LinkedHashSet<>();
        for (JsonNode type : node.path("type").isArray() ? node.path("type").values() : List.of(node.path("type"))) {
            types.add(type.stringValue(""));
        }
        if (Demand.TYPES.containsAll(types)) {
            demand.narrowTypes(types);
        }
        if (node.path("enum").isArray()) {
            demand.narrowOptions(List.copyOf(node.path("enum").values()));
        }
        if (node.has("const")) {
            demand.narrowOptions(List.of(node.path("const")));
        }
        if (node.has("example")) {
            demand.offers.add(node.path("example"));
        }
        if (node.path("examples").isArray()) {
            demand.offers.addAll(node.path("examples").values());
        }
        if (node.has("default")) {
            demand.offers.add(node.path("default"));
        }
        demand.number.add(node);
        demand.string.add(node);
        demand.array.add(schema);
        demand.object.add(schema);
        demand.isReadOnly |= node.path("readOnly").asBoolean(false);
        demand.isWriteOnly |= node.path("writeOnly").asBoolean(false);
    }

    private void addComposition(SchemaNode schema, Demand demand, Trail trail) {
        for (SchemaNode part : Nodes.elements(Nodes.child(schema, "allOf"))) {
            add(part, demand, trail);
        }
        boolean chosen = false;
        for (String keyword : List.of("oneOf", "anyOf")) {
            List<SchemaNode> alternatives = Nodes.elements(Nodes.child(schema, keyword));
            // A child that includes its parent, which lists its children: the choice is made already.
            if (!alternatives.isEmpty() && alternatives.stream().noneMatch(it -> isMet(it, demand))) {
                SchemaNode alternative = choose(alternatives, trail);
                Discriminators.claim(schema, alternative, demand);
                add(alternative, demand, trail);
                if (keyword.equals("oneOf")) {
                    addRivals(alternatives, alternative, demand);
                }
                chosen = true;
            }
        }
        if (!chosen) {
            Discriminators.claimForParent(schema, demand);
        }
        addConditional(schema, demand, trail);
        addDependent(schema, demand, trail);
        addNegation(Nodes.child(schema, "not"), demand);
    }

    private void addRivals(List<SchemaNode> alternatives, SchemaNode chosen, Demand demand) {
        for (SchemaNode alternative : alternatives) {
            if (!alternative.pointer().equals(chosen.pointer())) {
                Demand rival = new Demand();
                addShallow(alternative, rival);
                demand.rivals.add(new Demand.Rival(alternative, rival.object.names));
            }
        }
    }

    private boolean isMet(SchemaNode alternative, Demand demand) {
        String reference = alternative.node().path("$ref").stringValue("");
        return !reference.isEmpty()
                && schemas.resolve(alternative, reference)
                        .filter(target -> demand.pointers.contains(target.pointer()))
                        .isPresent();
    }

    /** The first or any alternative; where there is a danger of going on for ever, one that does not. */
    private SchemaNode choose(List<SchemaNode> alternatives, Trail trail) {
        if (alternatives.size() == 1) {
            return alternatives.get(0);
        }
        List<SchemaNode> good = new ArrayList<>();
        List<SchemaNode> fair = new ArrayList<>();
        for (SchemaNode alternative : alternatives) {
            Demand demand = new Demand();
            addShallow(alternative, demand);
            if (demand.isImpossible || trail.leadsBackTo(demand) || demand.types.equals(Set.of("null"))) {
                continue;
            }
            fair.add(alternative);
            if (demand.isScalar() || trail.depth() < SIMPLE_DEPTH) {
                good.add(alternative);
            }
        }
        List<SchemaNode> left = !good.isEmpty() ? good : !fair.isEmpty() ? fair : alternatives;
        // Once in a while any of them, in case that the good ones do not fit.
        if (choices.isVaried() && choices.pick(4) == 0) {
            left = alternatives;
        }
        return left.get(choices.pick(left.size()));
    }

    /** What can be told of an alternative without choosing further. */
    private void addShallow(SchemaNode schema, Demand demand) {
        if (schema.node().isBoolean()) {
            demand.isImpossible |= !schema.node().booleanValue();
        }
        if (!schema.node().isObject() || !demand.pointers.add(schema.pointer())) {
            return;
        }
        String reference = schema.node().path("$ref").stringValue("");
        if (!reference.isEmpty()) {
            schemas.resolve(schema, reference).ifPresent(target -> addShallow(target, demand));
        }
        addAssertions(schema, demand);
        for (SchemaNode part : Nodes.elements(Nodes.child(schema, "allOf"))) {
            addShallow(part, demand);
        }
    }

    private void addConditional(SchemaNode schema, Demand demand, Trail trail) {
        if (!schema.node().has("if")) {
            return;
        }
        switch (choices.pick(3)) {
            case 0 -> {
                add(Nodes.child(schema, "if"), demand, trail);
                add(Nodes.child(schema, "then"), demand, trail);
            }
            case 1 -> {
                addNegation(Nodes.child(schema, "if"), demand);
                add(Nodes.child(schema, "else"), demand, trail);
            }
            default -> {}
        }
    }

    private void addDependent(SchemaNode schema, Demand demand, Trail trail) {
        for (Map.Entry<String, JsonNode> entry :
                schema.node().path("dependentSchemas").properties()) {
            String name = entry.getKey();
            if (demand.object.names.contains(name) || demand.object.required.contains(name)) {
                add(Nodes.child(Nodes.child(schema, "dependentSchemas"), name), demand, trail);
            }
        }
    }

    /** Heeds the simple negations; the others are left to validation. */
    private static void addNegation(SchemaNode negated, Demand demand) {
        JsonNode node = negated.node();
        if (node.size() != 1) {
            return;
        }
        if (node.path("type").isString()) {
            Set<String> left = new LinkedHashSet<>(demand.types);
            left.remove(node.path("type").stringValue());
            if (node.path("type").stringValue().equals("number")) {
                left.remove("integer");
            }
            demand.narrowTypes(left);
        }
        if (node.path("required").size() == 1) {
            demand.object.forbidden.add(node.path("required").path(0).stringValue(""));
        }
        demand.offers.removeIf(offer -> offer.equals(node.path("const")) || isIn(offer, node.path("enum")));
        demand.options.removeIf(option -> option.equals(node.path("const")) || isIn(option, node.path("enum")));
    }

    private static boolean isIn(JsonNode value, JsonNode list) {
        return list.isArray() && list.values().contains(value);
    }
}
