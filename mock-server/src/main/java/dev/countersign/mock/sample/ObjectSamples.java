package dev.countersign.mock.sample;

import dev.countersign.openapi.contract.SchemaNode;
import dev.countersign.openapi.schema.format.BoundedPattern;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes objects. */
final class ObjectSamples {
    private static final int NAME_TRIES = 20;

    private final ValueSamples values;
    private final Choices choices;
    private final Effort effort;

    ObjectSamples(ValueSamples values, Choices choices, Effort effort) {
        this.values = values;
        this.choices = choices;
        this.effort = effort;
    }

    ValueSamples.Result sample(Demand demand, Trail trail) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        Trail inside = trail.into(demand);
        // Now and then only what is required, in case that optional properties get into each other's way.
        boolean sparse = choices.isVaried() && choices.pick(4) == 0;
        Set<String> required = required(demand, sparse);
        boolean fits = true;
        int room = demand.object.most - required.size();
        for (String name : names(demand, required)) {
            boolean optional = !required.contains(name);
            if (optional && (sparse || room <= 0 || demand.object.forbidden.contains(name))) {
                continue;
            }
            boolean added = add(object, demand, name, optional, inside);
            room -= added && optional ? 1 : 0;
            fits &= added || optional;
        }
        addFurther(object, demand, inside);
        return new ValueSamples.Result(object, fits);
    }

    /** A copy of an offered value, without the properties that do not travel. */
    JsonNode travelling(Demand demand, JsonNode offer, Trail trail) {
        if (!offer.isObject() || demand.object.names.isEmpty()) {
            return offer.deepCopy();
        }
        ObjectNode object = (ObjectNode) offer.deepCopy();
        for (String name : demand.object.names) {
            if (object.has(name) && !values.travels(values.read(demand.object.property(name), trail))) {
                object.remove(name);
            }
        }
        return object;
    }

    /** Whether all is well: the property is there, or need not be and only then is left out. */
    private boolean add(ObjectNode object, Demand demand, String name, boolean optional, Trail inside) {
        List<SchemaNode> schemas = demand.object.property(name);
        Demand property = values.read(schemas, inside);
        JsonNode claimed = demand.discriminators.get(name);
        if (!values.travels(property)) {
            return !optional;
        }
        if (optional && isCut(property, inside)) {
            return false;
        }
        if (claimed != null && values.fits(schemas, claimed)) {
            object.set(name, claimed);
            return true;
        }
        ValueSamples.Result result = values.sample(schemas, property, name, inside);
        if (result.fits() || !optional) {
            object.set(name, result.value());
        }
        return result.fits();
    }

    private boolean isCut(Demand property, Trail inside) {
        return property.isImpossible
                || inside.leadsBackTo(property)
                || (!property.isScalar() && !effort.isRich(inside.depth()));
    }

    private static Set<String> names(Demand demand, Set<String> required) {
        Set<String> names = new LinkedHashSet<>(demand.object.names);
        names.addAll(demand.discriminators.keySet());
        names.addAll(required);
        return names;
    }

    /** What must be there, including what depends on what will be there. */
    private static Set<String> required(Demand demand, boolean sparse) {
        Set<String> required = new LinkedHashSet<>(demand.object.required);
        boolean grown = true;
        while (grown) {
            grown = false;
            for (Map.Entry<String, Set<String>> entry : demand.object.dependent.entrySet()) {
                String name = entry.getKey();
                if (required.contains(name) || (!sparse && demand.object.names.contains(name))) {
                    grown |= required.addAll(entry.getValue());
                }
            }
        }
        return required;
    }

    /** Properties without a name of their own: as many as demanded, and one to show what a map holds. */
    private void addFurther(ObjectNode object, Demand demand, Trail inside) {
        ObjectDemand wanted = demand.object;
        boolean isMap = wanted.names.isEmpty()
                && object.isEmpty()
                && wanted.groups.stream().anyMatch(this::describes);
        int target = Math.min(isMap ? Math.max(1, wanted.least) : wanted.least, wanted.most);
        for (int tries = 0; object.size() < target && tries < NAME_TRIES + target; tries++) {
            String name = name(wanted, tries, inside);
            boolean optional = object.size() >= wanted.least;
            if (!object.has(name) && !wanted.forbidden.contains(name)) {
                add(object, demand, name, optional, inside);
            }
        }
    }

    private boolean describes(ObjectDemand.Group group) {
        return group.additional().node().isObject() || !group.patterned().isEmpty();
    }

    private String name(ObjectDemand wanted, int number, Trail inside) {
        for (ObjectDemand.Group group : wanted.groups) {
            for (BoundedPattern pattern : group.patterned().keySet()) {
                StringDemand name = new StringDemand();
                name.patterns.add(pattern.source());
                boolean before = choices.vary(number > 0 || choices.isVaried());
                String text = StringSamples.sample(name, "", choices).stringValue();
                choices.vary(before);
                String longer = text + WellKnownTexts.word(choices) + number;
                return number > 0 && pattern.matches(longer) ? longer : text;
            }
        }
        if (!wanted.nameSchemas.isEmpty()) {
            boolean before = choices.vary(number > 0 || choices.isVaried());
            Demand demand = values.read(wanted.nameSchemas, inside);
            demand.narrowTypes(Set.of("string"));
            String text = values.sample(wanted.nameSchemas, demand, "", inside)
                    .value()
                    .stringValue("");
            choices.vary(before);
            return text;
        }
        return "property" + (number + 1);
    }
}
