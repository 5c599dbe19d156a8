package dev.countersign.mock.sample;

import dev.countersign.openapi.contract.Dialect;
import dev.countersign.openapi.contract.SchemaNode;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Merges the schemas that apply to one value, choosing among alternatives where there are some. */
final class DemandReader {
    private final Dialect dialect;
    private final Choices choices;
    private final Alternation alternation;

    DemandReader(Dialect dialect, Choices choices) {
        this.dialect = dialect;
        this.choices = choices;
        this.alternation = new Alternation(choices);
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
        demand.add(schema);
        addComposition(schema, demand, trail);
    }

    private boolean addReferences(SchemaNode schema, Demand demand, Trail trail) {
        boolean refers = false;
        for (String keyword : List.of("$ref", "$dynamicRef")) {
            String reference = schema.node().path(keyword).stringValue("");
            if (!reference.isEmpty()) {
                refers = true;
                schema.resolve(reference).ifPresent(target -> add(target, demand, trail));
            }
        }
        return refers;
    }

    private void addComposition(SchemaNode schema, Demand demand, Trail trail) {
        for (SchemaNode part : schema.child("allOf").elements()) {
            add(part, demand, trail);
        }
        boolean chosen = false;
        for (String keyword : List.of("oneOf", "anyOf")) {
            List<SchemaNode> alternatives = schema.child(keyword).elements();
            // A child that includes its parent, which lists its children: the choice is made already.
            if (!alternatives.isEmpty() && alternatives.stream().noneMatch(it -> alternation.isMet(it, demand))) {
                SchemaNode alternative = alternation.choose(alternatives, trail);
                Discriminators.claim(schema, alternative, demand);
                add(alternative, demand, trail);
                if (keyword.equals("oneOf")) {
                    alternation.addRivals(alternatives, alternative, demand);
                }
                chosen = true;
            }
        }
        if (!chosen) {
            Discriminators.claimForParent(schema, demand);
        }
        addConditional(schema, demand, trail);
        addDependent(schema, demand, trail);
        demand.addNegation(schema.node().path("not"));
    }

    private void addConditional(SchemaNode schema, Demand demand, Trail trail) {
        if (!schema.node().has("if")) {
            return;
        }
        switch (choices.pick(3)) {
            case 0 -> {
                add(schema.child("if"), demand, trail);
                add(schema.child("then"), demand, trail);
            }
            case 1 -> {
                demand.addNegation(schema.node().path("if"));
                add(schema.child("else"), demand, trail);
            }
            default -> {}
        }
    }

    private void addDependent(SchemaNode schema, Demand demand, Trail trail) {
        for (Map.Entry<String, JsonNode> entry :
                schema.node().path("dependentSchemas").properties()) {
            String name = entry.getKey();
            if (demand.object.names.contains(name) || demand.object.required.contains(name)) {
                add(schema.child("dependentSchemas").child(name), demand, trail);
            }
        }
    }
}
