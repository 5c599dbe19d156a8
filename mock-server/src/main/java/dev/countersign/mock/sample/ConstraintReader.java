package dev.countersign.mock.sample;

import dev.countersign.openapi.contract.SchemaNode;
import dev.countersign.openapi.schema.Direction;
import dev.countersign.openapi.schema.Schemas;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Merges the schemas that apply to one value, choosing among alternatives where there are some. */
final class ConstraintReader {
    private final Schemas schemas;
    private final Direction direction;
    private final Choices choices;
    private final Alternation alternation;

    ConstraintReader(Schemas schemas, Direction direction, Choices choices) {
        this.schemas = schemas;
        this.direction = direction;
        this.choices = choices;
        this.alternation = new Alternation(schemas, direction, choices);
    }

    /** @param given the value that there is already, to which alternatives are chosen; missing when there is none */
    Constraints read(List<SchemaNode> roots, Trail trail, JsonNode given) {
        Constraints constraints = new Constraints();
        for (SchemaNode root : roots) {
            add(root, constraints, new Site(trail, given));
        }
        return constraints;
    }

    /** Where the value is, and what is there already. */
    private record Site(Trail trail, JsonNode given) {}

    private void add(SchemaNode schema, Constraints constraints, Site site) {
        JsonNode node = schema.node();
        if (node.isBoolean()) {
            constraints.isImpossible |= !node.booleanValue();
            return;
        }
        if (!node.isObject() || !constraints.pointers.add(schema.pointer())) {
            return;
        }
        int groups = constraints.object.groups.size();
        schema.references().forEach(target -> add(target, constraints, site));
        if (schema.isReference()) {
            return;
        }
        constraints.add(schema);
        addComposition(schema, constraints, site);
        constraints.offers.add(node, groups, constraints.object.groups.size());
    }

    private void addComposition(SchemaNode schema, Constraints constraints, Site site) {
        for (SchemaNode part : schema.child("allOf").elements()) {
            add(part, constraints, site);
        }
        boolean chosen = false;
        for (String keyword : List.of("oneOf", "anyOf")) {
            List<SchemaNode> alternatives = schema.child(keyword).elements();
            // A child that includes its parent, which lists its children: the choice is made already.
            if (!alternatives.isEmpty() && alternatives.stream().noneMatch(it -> alternation.isMet(it, constraints))) {
                SchemaNode alternative = site.given.isMissingNode()
                        ? alternation.choose(alternatives, site.trail)
                        : alternation.nearest(schema, alternatives, site.given);
                Discriminators.claim(schema, alternative, constraints);
                add(alternative, constraints, site);
                if (keyword.equals("oneOf")) {
                    alternation.addRivals(alternatives, alternative, constraints);
                }
                chosen = true;
            }
        }
        if (!chosen) {
            Discriminators.claimForParent(schema, constraints);
        }
        addConditional(schema, constraints, site);
        addDependent(schema, constraints, site);
        constraints.addNegation(schema.node().path("not"));
    }

    private void addConditional(SchemaNode schema, Constraints constraints, Site site) {
        if (!schema.node().has("if")) {
            return;
        }
        boolean failed = !site.given.isMissingNode()
                && !schemas.compile(schema.child("if"), direction).accepts(site.given);
        switch (failed ? 1 : choices.pick(3)) {
            case 0 -> {
                add(schema.child("if"), constraints, site);
                add(schema.child("then"), constraints, site);
            }
            case 1 -> {
                constraints.addNegation(schema.node().path("if"));
                add(schema.child("else"), constraints, site);
            }
            default -> {}
        }
    }

    private void addDependent(SchemaNode schema, Constraints constraints, Site site) {
        for (Map.Entry<String, JsonNode> entry :
                schema.node().path("dependentSchemas").properties()) {
            String name = entry.getKey();
            boolean there = site.given.isMissingNode() ? constraints.object.names.contains(name) : site.given.has(name);
            if (there || constraints.object.required.contains(name)) {
                add(schema.child("dependentSchemas").child(name), constraints, site);
            }
        }
    }
}
