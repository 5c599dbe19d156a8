package dev.countersign.mock.sample;

import dev.countersign.openapi.contract.SchemaNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Finds the value that the document itself has for a schema: as it stands where that fits, else repaired. */
final class OfferedValues {
    private final ValueSamples values;
    private final Fitting fitting;
    private final Choices choices;
    private final Map<List<SchemaNode>, Boolean> travelling = new HashMap<>();

    OfferedValues(ValueSamples values, Fitting fitting, Choices choices) {
        this.values = values;
        this.fitting = fitting;
        this.choices = choices;
    }

    /** A value that fits; absent when nothing is offered, or nothing of it can be kept. */
    Optional<ValueSamples.Result> find(List<SchemaNode> roots, Constraints constraints, String name, Trail trail) {
        if (constraints.offers.isEmpty()) {
            return Optional.empty();
        }
        for (Offers.Candidate candidate : constraints.offers.candidates(constraints)) {
            List<JsonNode> own = new ArrayList<>();
            candidate.values().forEach(value -> own.add(travelling(constraints, value, trail)));
            Collections.rotate(own, -choices.pick(own.size()));
            Optional<ValueSamples.Result> found = own.stream()
                    .filter(value -> candidate.isWhole() && values.fits(roots, value))
                    .findFirst()
                    .map(value -> new ValueSamples.Result(value, true))
                    .or(() -> own.stream()
                            .map(value -> fitting.nearest(roots, value, candidate.open(), name, trail))
                            .filter(ValueSamples.Result::fits)
                            .findFirst());
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** A copy without the properties that do not travel. */
    private JsonNode travelling(Constraints constraints, JsonNode offer, Trail trail) {
        JsonNode copy = offer.deepCopy();
        strip(constraints, copy, trail);
        return copy;
    }

    /** Long lists have many values of the same few schemas. */
    private boolean travels(List<SchemaNode> schemas, JsonNode part, Trail trail) {
        return travelling.computeIfAbsent(schemas, these -> values.travels(values.read(these, trail, part)));
    }

    private void strip(Constraints constraints, JsonNode value, Trail trail) {
        if (value instanceof ObjectNode object) {
            for (String name : constraints.object.names) {
                JsonNode part = object.path(name);
                if (part.isMissingNode()) {
                    continue;
                }
                List<SchemaNode> schemas = constraints.object.property(name);
                if (!travels(schemas, part, trail)) {
                    object.remove(name);
                } else if (part.isContainer()) {
                    strip(values.read(schemas, trail, part), part, trail);
                }
            }
        } else if (value instanceof ArrayNode array) {
            for (int index = 0; index < array.size(); index++) {
                JsonNode item = array.get(index);
                if (item.isContainer()) {
                    strip(values.read(constraints.array.item(index), trail, item), item, trail);
                }
            }
        }
    }
}
