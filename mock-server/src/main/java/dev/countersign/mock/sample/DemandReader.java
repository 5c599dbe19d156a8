package dev.countersign.mock.sample;

import dev.countersign.openapi.contract.Dialect;
import dev.countersign.openapi.contract.SchemaNode;
import dev.countersign.openapi.schema.Direction;
import dev.countersign.openapi.schema.Schemas;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Merges the schemas that apply to one value, choosing among alternatives where there are some. */
final class DemandReader {
    private final Schemas schemas;
    private final Dialect dialect;
    private final Direction direction;
    private final Choices choices;
    private final Alternation alternation;

    DemandReader(Schemas schemas, Dialect dialect, Direction direction, Choices choices) {
        this.schemas = schemas;
        this.dialect = dialect;
        this.direction = direction;
        this.choices = choices;
        this.alternation = new Alternation(schemas, direction, choices);
    }

    /** @param given the value that there is already, to which alternatives are chosen; missing when there is none */
    Demand read(List<SchemaNode> roots, Trail trail, JsonNode given) {
        Demand demand = new Demand();
        for (SchemaNode root : roots) {
            add(root, demand, new Site(trail, given));
        }
        return demand;
    }

    /** Where the value is, and what is there already. */
    private record Site(Trail trail, JsonNode given) {}

    private void add(SchemaNode schema, Demand demand, Site site) {
        JsonNode node = schema.node();
        if (node.isBoolean()) {
            demand.isImpossible |= !node.booleanValue();
            return;
        }
        if (!node.isObject() || !demand.pointers.add(schema.pointer())) {
            return;
        }
        int groups = demand.object.groups.size();
        boolean refers = addReferences(schema, demand, site);
        if (refers && dialect == Dialect.OPENAPI_3_0) {
            return;
        }
        demand.add(schema);
        addComposition(schema, demand, site);
        demand.offers.add(node, groups, demand.object.groups.size());
    }

    private boolean addReferences(SchemaNode schema, Demand demand, Site site) {
        boolean refers = false;
        for (String keyword : List.of("$ref", "$dynamicRef")) {
            String reference = schema.node().path(keyword).stringValue("");
            if (!reference.isEmpty()) {
                refers = true;
                schema.resolve(reference).ifPresent(target -> add(target, demand, site));
            }
        }
        return refers;
    }

    private void addComposition(SchemaNode schema, Demand demand, Site site) {
        for (SchemaNode part : schema.child("allOf").elements()) {
            add(part, demand, site);
        }
        boolean chosen = false;
        for (String keyword : List.of("oneOf", "anyOf")) {
            List<SchemaNode> alternatives = schema.child(keyword).elements();
            // A child that includes its parent, which lists its children: the choice is made already.
            if (!alternatives.isEmpty() && alternatives.stream().noneMatch(it -> alternation.isMet(it, demand))) {
                SchemaNode alternative = site.given.isMissingNode()
                        ? alternation.choose(alternatives, site.trail)
                        : alternation.nearest(schema, alternatives, site.given);
                Discriminators.claim(schema, alternative, demand);
                add(alternative, demand, site);
                if (keyword.equals("oneOf")) {
                    alternation.addRivals(alternatives, alternative, demand);
                }
                chosen = true;
            }
        }
        if (!chosen) {
            Discriminators.claimForParent(schema, demand);
        }
        addConditional(schema, demand, site);
        addDependent(schema, demand, site);
        demand.addNegation(schema.node().path("not"));
    }

    private void addConditional(SchemaNode schema, Demand demand, Site site) {
        if (!schema.node().has("if")) {
            return;
        }
        boolean failed = !site.given.isMissingNode()
                && !schemas.compile(schema.child("if"), direction).accepts(site.given);
        switch (failed ? 1 : choices.pick(3)) {
            case 0 -> {
                add(schema.child("if"), demand, site);
                add(schema.child("then"), demand, site);
            }
            case 1 -> {
                demand.addNegation(schema.node().path("if"));
                add(schema.child("else"), demand, site);
            }
            default -> {}
        }
    }

    private void addDependent(SchemaNode schema, Demand demand, Site site) {
        for (Map.Entry<String, JsonNode> entry :
                schema.node().path("dependentSchemas").properties()) {
            String name = entry.getKey();
            boolean there = site.given.isMissingNode() ? demand.object.names.contains(name) : site.given.has(name);
            if (there || demand.object.required.contains(name)) {
                add(schema.child("dependentSchemas").child(name), demand, site);
            }
        }
    }
}
