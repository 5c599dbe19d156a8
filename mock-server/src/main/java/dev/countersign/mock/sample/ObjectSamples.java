package dev.countersign.mock.sample;

import dev.countersign.openapi.contract.SchemaNode;
import dev.countersign.openapi.schema.format.BoundedPattern;
import java.util.ArrayList;
import java.util.HashSet;
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
    private static final int MOST = 1_000;

    private final ValueSamples values;
    private final Choices choices;
    private final Effort effort;

    ObjectSamples(ValueSamples values, Choices choices, Effort effort) {
        this.values = values;
        this.choices = choices;
        this.effort = effort;
    }

    ValueSamples.Result sample(Constraints constraints, Trail trail) {
        return made(
                JsonNodeFactory.instance.objectNode(),
                constraints,
                constraints.object.names,
                trail.into(constraints),
                true);
    }

    /**
     * An object that is there already, with what it lacks and without what is too much.
     *
     * @param open properties that it says nothing of; the other optional ones it means to be without
     */
    ValueSamples.Result completed(ObjectNode object, Constraints constraints, Set<String> open, Trail inside) {
        List<String> names = new ArrayList<>(object.propertyNames());
        for (int index = names.size() - 1; index >= 0 && object.size() > constraints.object.most; index--) {
            if (!constraints.object.required.contains(names.get(index))) {
                object.remove(names.get(index));
            }
        }
        return made(object, constraints, open, inside, false);
    }

    private ValueSamples.Result made(
            ObjectNode object, Constraints constraints, Set<String> open, Trail inside, boolean shows) {
        // Now and then only what is required, in case that optional properties get into each other's way.
        boolean sparse = choices.isVaried() && choices.pick(4) == 0;
        Set<String> expected = new HashSet<>(object.propertyNames());
        expected.addAll(sparse ? Set.of() : open);
        Set<String> required = required(constraints, expected);
        boolean fits = true;
        Set<String> certain = new HashSet<>(object.propertyNames());
        certain.addAll(required);
        int room = constraints.object.most - certain.size();
        for (String name : names(constraints, required)) {
            boolean optional = !required.contains(name);
            boolean wanted = open.contains(name) || constraints.discriminators.containsKey(name);
            boolean left = sparse || room <= 0 || !wanted || constraints.object.forbidden.contains(name);
            if (object.has(name) || (optional && left)) {
                continue;
            }
            boolean added = add(object, constraints, name, optional, inside);
            room -= added && optional ? 1 : 0;
            fits &= added || optional;
        }
        addFurther(object, constraints, inside, shows);
        return new ValueSamples.Result(object, fits);
    }

    /** Whether all is well: the property is there, or need not be and only then is left out. */
    private boolean add(ObjectNode object, Constraints constraints, String name, boolean optional, Trail inside) {
        List<SchemaNode> schemas = constraints.object.property(name);
        Constraints property = values.read(schemas, inside);
        JsonNode claimed = constraints.discriminators.get(name);
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

    private boolean isCut(Constraints property, Trail inside) {
        return property.isImpossible
                || inside.leadsBackTo(property)
                || (!property.isScalar() && !effort.isRich(inside.depth()));
    }

    private static Set<String> names(Constraints constraints, Set<String> required) {
        Set<String> names = new LinkedHashSet<>(constraints.object.names);
        names.addAll(constraints.discriminators.keySet());
        names.addAll(required);
        return names;
    }

    /** What must be there, including what depends on what will be there. */
    private static Set<String> required(Constraints constraints, Set<String> expected) {
        Set<String> required = new LinkedHashSet<>(constraints.object.required);
        boolean grown = true;
        while (grown) {
            grown = false;
            for (Map.Entry<String, Set<String>> entry : constraints.object.dependent.entrySet()) {
                String name = entry.getKey();
                if (required.contains(name) || expected.contains(name)) {
                    grown |= required.addAll(entry.getValue());
                }
            }
        }
        return required;
    }

    /** Properties without a name of their own: as many as must be there, and one to show what a map holds. */
    private void addFurther(ObjectNode object, Constraints constraints, Trail inside, boolean shows) {
        ObjectConstraints wanted = constraints.object;
        boolean isMap = shows
                && wanted.names.isEmpty()
                && object.isEmpty()
                && wanted.groups.stream().anyMatch(this::describes);
        int least = Math.min(MOST, wanted.least);
        int target = Math.min(isMap ? Math.max(1, least) : least, wanted.most);
        for (int tries = 0; object.size() < target && tries < NAME_TRIES + target; tries++) {
            String name = name(wanted, tries, inside);
            boolean optional = object.size() >= least;
            if (!object.has(name) && !wanted.forbidden.contains(name)) {
                add(object, constraints, name, optional, inside);
            }
        }
    }

    private boolean describes(ObjectConstraints.Group group) {
        return group.additional().node().isObject() || !group.patterned().isEmpty();
    }

    private String name(ObjectConstraints wanted, int number, Trail inside) {
        for (ObjectConstraints.Group group : wanted.groups) {
            for (BoundedPattern pattern : group.patterned().keySet()) {
                StringConstraints name = new StringConstraints();
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
            Constraints constraints = values.read(wanted.nameSchemas, inside);
            constraints.narrowTypes(Set.of("string"));
            String text = values.sample(wanted.nameSchemas, constraints, "", inside)
                    .value()
                    .stringValue("");
            choices.vary(before);
            return text;
        }
        return "property" + (number + 1);
    }
}
