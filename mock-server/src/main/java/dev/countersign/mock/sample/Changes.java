package dev.countersign.mock.sample;

import dev.countersign.openapi.json.Pointer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Single small changes of a value: a property less or more, another item, another value in a place. */
final class Changes {
    /** Values that the author of a schema had least in mind, one of each type. */
    static final List<JsonNode> STRANGE = List.of(
            JsonNodeFactory.instance.nullNode(),
            JsonNodeFactory.instance.stringNode("none"),
            JsonNodeFactory.instance.booleanNode(false),
            JsonNodeFactory.instance.numberNode(0));

    /** The same, and what is empty. */
    static final List<JsonNode> ODD = Stream.concat(
                    STRANGE.stream(),
                    Stream.of(
                            JsonNodeFactory.instance.objectNode(),
                            JsonNodeFactory.instance.arrayNode(),
                            JsonNodeFactory.instance.stringNode("")))
            .toList();

    private static final int DEPTH = 8;
    private static final int ITEMS = 3;

    private Changes() {}

    /** Every change at a place or further inside, lazily; the value itself is left as it is. */
    static Stream<JsonNode> of(JsonNode value, String pointer, RepairCandidates candidates) {
        List<String> places = new ArrayList<>();
        addPlaces(value.at(pointer), pointer, 0, places);
        // What is near is tried first.
        return places.stream()
                .sorted(Comparator.comparing(
                        place -> place.chars().filter(c -> c == '/').count()))
                .flatMap(place -> at(place, value, candidates));
    }

    /** How many values a value consists of, itself included. */
    static long size(JsonNode value) {
        long size = 1;
        for (JsonNode part : value) {
            size += size(part);
        }
        return size;
    }

    private static void addPlaces(JsonNode value, String pointer, int depth, List<String> places) {
        places.add(pointer);
        if (depth == DEPTH) {
            return;
        }
        if (value.isObject()) {
            for (String name : value.propertyNames()) {
                addPlaces(value.get(name), Pointer.child(pointer, name), depth + 1, places);
            }
        }
        for (int index = 0; value.isArray() && index < Math.min(ITEMS, value.size()); index++) {
            addPlaces(value.get(index), pointer + "/" + index, depth + 1, places);
        }
    }

    private static Stream<JsonNode> at(String place, JsonNode value, RepairCandidates candidates) {
        JsonNode part = value.at(place);
        boolean inside = !place.isEmpty();
        Stream<JsonNode> others = candidates.values().stream()
                .filter(other -> !other.equals(part))
                .filter(other -> !inside || other.getNodeType() == part.getNodeType() || ODD.contains(other));
        return Stream.concat(resized(part, candidates), others).map(other -> with(value, place, other));
    }

    private static Stream<JsonNode> resized(JsonNode part, RepairCandidates candidates) {
        if (part instanceof ObjectNode object) {
            return Stream.concat(less(object), more(object, candidates));
        }
        return part instanceof ArrayNode array ? Stream.concat(less(array), more(array, candidates)) : Stream.empty();
    }

    private static Stream<JsonNode> less(ObjectNode object) {
        return object.propertyNames().stream().map(name -> {
            ObjectNode copy = object.deepCopy();
            copy.remove(name);
            return copy;
        });
    }

    private static Stream<JsonNode> more(ObjectNode object, RepairCandidates candidates) {
        return candidates.names().stream()
                .filter(name -> !object.has(name))
                .flatMap(name -> ODD.stream().map(value -> object.deepCopy().set(name, value)));
    }

    private static Stream<JsonNode> less(ArrayNode array) {
        return Stream.of(array).filter(it -> !it.isEmpty()).map(it -> {
            ArrayNode copy = it.deepCopy();
            copy.remove(copy.size() - 1);
            return copy;
        });
    }

    private static Stream<JsonNode> more(ArrayNode array, RepairCandidates candidates) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        Stream<JsonNode> known = Stream.concat(array.values().stream().limit(1), candidates.values().stream());
        return Stream.concat(known, array.isEmpty() ? more(object, candidates) : Stream.empty())
                .map(item -> array.deepCopy().add(item));
    }

    /** A copy of the value with something else in one place. */
    private static JsonNode with(JsonNode value, String place, JsonNode part) {
        if (place.isEmpty()) {
            return part.deepCopy();
        }
        JsonNode copy = value.deepCopy();
        int slash = place.lastIndexOf('/');
        JsonNode around = copy.at(place.substring(0, slash));
        String token = place.substring(slash + 1);
        if (around instanceof ObjectNode object) {
            object.set(Pointer.last(place), part.deepCopy());
        } else if (around instanceof ArrayNode array) {
            array.set(Integer.parseInt(token), part.deepCopy());
        }
        return copy;
    }
}
