package dev.countersign.mock.sample;

import dev.countersign.openapi.contract.SchemaNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Makes a value that fits out of one that an author gives. Value and schemas are walked together: each part that fits is
 * kept as it stands; a part that does not is read in another type, or else walked in turn, or else made up; what must not
 * be there is left out, and what must be is added.
 */
final class Fitting {
    private final ValueSamples values;
    private final ObjectSamples objects;
    private final ArraySamples arrays;
    private final Effort effort;

    Fitting(ValueSamples values, ObjectSamples objects, ArraySamples arrays, Effort effort) {
        this.values = values;
        this.objects = objects;
        this.arrays = arrays;
        this.effort = effort;
    }

    /** The value given, or what is nearest to it; made up where nothing of it can be kept. */
    ValueSamples.Result part(List<SchemaNode> roots, JsonNode given, String name, Trail trail) {
        if (values.fits(roots, given)) {
            return new ValueSamples.Result(given.deepCopy(), true);
        }
        if (effort.isSpent(trail.depth())) {
            return new ValueSamples.Result(given, false);
        }
        ValueSamples.Result nearest = nearest(roots, given, Set.of(), name, trail);
        return nearest.fits() ? nearest : values.sample(roots, name, trail);
    }

    /**
     * What is nearest to a value that does not fit. Whether the result does has been found out.
     *
     * @param open properties of which the value says nothing, so that they are made up as if there were no value
     */
    ValueSamples.Result nearest(List<SchemaNode> roots, JsonNode given, Set<String> open, String name, Trail trail) {
        Constraints constraints = values.read(roots, trail, given);
        List<JsonNode> readings = Readings.of(given, constraints);
        for (JsonNode reading : open.isEmpty() ? readings : List.<JsonNode>of()) {
            if (values.fits(roots, reading)) {
                return new ValueSamples.Result(reading.deepCopy(), true);
            }
        }
        ValueSamples.Result nearest = new ValueSamples.Result(given, false);
        for (JsonNode reading : readings) {
            if (reading.isContainer() && Readings.allows(constraints.types, reading) && !nearest.fits()) {
                nearest = walked(
                        roots,
                        reading.equals(given) ? constraints : values.read(roots, trail, reading),
                        reading,
                        open,
                        name,
                        trail);
            }
        }
        return nearest;
    }

    private ValueSamples.Result walked(
            List<SchemaNode> roots,
            Constraints constraints,
            JsonNode given,
            Set<String> open,
            String name,
            Trail trail) {
        Trail inside = trail.along(constraints);
        if (given.isArray()) {
            return checked(roots, arrays.completed(items(constraints, given, name, inside), constraints, name, inside));
        }
        ObjectNode kept = properties(constraints, given, inside);
        ValueSamples.Result whole = checked(roots, object(constraints, kept.deepCopy(), open, inside));
        Set<String> known = constraints.object.names;
        if (!whole.fits() && !known.containsAll(kept.propertyNames())) {
            // Only "unevaluatedProperties" forbids properties that no schema names.
            kept.propertyNames().stream()
                    .filter(property -> !known.contains(property))
                    .toList()
                    .forEach(kept::remove);
            ValueSamples.Result closed = checked(roots, object(constraints, kept, open, inside));
            return closed.fits() ? closed : whole;
        }
        return whole;
    }

    private ValueSamples.Result object(Constraints constraints, ObjectNode kept, Set<String> open, Trail inside) {
        return values.estranged(constraints, objects.completed(kept, constraints, open, inside));
    }

    private ValueSamples.Result checked(List<SchemaNode> roots, ValueSamples.Result made) {
        return new ValueSamples.Result(made.value(), values.fits(roots, made.value()));
    }

    private ObjectNode properties(Constraints constraints, JsonNode given, Trail inside) {
        ObjectNode kept = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> field : given.properties()) {
            String name = field.getKey();
            JsonNode value = field.getValue();
            boolean needed = constraints.object.required.contains(name);
            List<SchemaNode> schemas = constraints.object.property(name);
            boolean allowed = !constraints.object.forbidden.contains(name)
                    && values.fits(constraints.object.nameSchemas, StringNode.valueOf(name));
            // A null where there can be none says that the property is not there.
            boolean absent = value.isNull() && !needed && !values.fits(schemas, value);
            if (needed || (allowed && !absent)) {
                ValueSamples.Result part = part(schemas, value, name, inside);
                if (part.fits() || needed) {
                    kept.set(name, part.value());
                }
            }
        }
        return kept;
    }

    private ArrayNode items(Constraints constraints, JsonNode given, String name, Trail inside) {
        ArrayNode kept = JsonNodeFactory.instance.arrayNode();
        String one = ArraySamples.singular(name);
        for (JsonNode item : given) {
            if (kept.size() < constraints.array.most) {
                ValueSamples.Result part = part(constraints.array.item(kept.size()), item, one, inside);
                boolean again = constraints.array.isUnique && ArraySamples.contains(kept, part.value());
                if (part.fits() && !again) {
                    kept.add(part.value());
                }
            }
        }
        return kept;
    }
}
