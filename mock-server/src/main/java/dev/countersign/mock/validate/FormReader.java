package dev.countersign.mock.validate;

import dev.countersign.mock.exchange.MediaType;
import dev.countersign.openapi.Encoding;
import dev.countersign.openapi.Parameter.Style;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Reads the fields of a form into an object, each by its {@code encoding} (OAS 3.1 sections 4.8.14.3 and 4.8.15). */
record FormReader(Map<String, Encoding> encodings, Shape shape) {

    /** A URL-encoded form. */
    Reading read(List<Pair> pairs) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, Shape> property : shape.properties().entrySet()) {
            Reading reading = property(property.getKey(), property.getValue(), pairs);
            if (reading instanceof Reading.Malformed) {
                return reading;
            }
            if (reading instanceof Reading.Value value) {
                object.set(property.getKey(), value.node());
            }
        }
        for (Pair pair : pairs) {
            if (!object.has(pair.name()) && !belongs(pair.name())) {
                Structure.put(object, pair.name(), pair.value(), shape);
            }
        }
        return new Reading.Value(object);
    }

    private Reading property(String name, Shape property, List<Pair> pairs) {
        @Nullable Encoding encoding = encodings.get(name);
        if (encoding != null
                && encoding.contentType()
                        .flatMap(MediaType::parse)
                        .filter(MediaType::isJson)
                        .isPresent()) {
            return pairs.stream()
                    .filter(pair -> pair.name().equals(name))
                    .findFirst()
                    .map(pair -> JsonBody.read(pair.value()))
                    .orElse(Reading.MISSING);
        }
        Style style = encoding == null ? Style.FORM : encoding.style();
        boolean explode = encoding == null || encoding.explode();
        Set<String> others = shape.properties().keySet();
        Reading reading = new PairReader(name, style, explode, property, others).read(pairs);
        boolean whole = reading instanceof Reading.Missing || reading instanceof Reading.Malformed;
        return whole && property.isObject() ? alternative(name, property, pairs, reading) : reading;
    }

    /** Objects in forms are written in many ways; brackets and JSON text are the common ones. */
    private static Reading alternative(String name, Shape property, List<Pair> pairs, Reading otherwise) {
        Reading deep = DeepObject.read(name, pairs, property);
        if (deep instanceof Reading.Value) {
            return deep;
        }
        for (Pair pair : pairs) {
            if (pair.name().equals(name) && pair.value().startsWith("{")) {
                return JsonBody.read(pair.value());
            }
        }
        return otherwise;
    }

    /** Whether a field was consumed as part of a property: {@code tags[]}, {@code address[city]}. */
    private boolean belongs(String field) {
        int bracket = field.indexOf('[');
        return bracket > 0 && shape.properties().containsKey(field.substring(0, bracket));
    }

    /** A multipart form. Files are read as text, as their schemas only say that they are binary. */
    Reading readParts(List<Part> parts) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (Part part : parts) {
            String name = part.name().endsWith("[]")
                    ? part.name().substring(0, part.name().length() - 2)
                    : part.name();
            Shape property = shape.property(name);
            Shape single = property.isArray() ? property.itemShape() : property;
            Optional<String> types = documentedTypes(name);
            if (types.isPresent() && isOfAnotherType(part, types.get())) {
                return new Reading.Malformed(
                        "has a part \"" + name + "\" of a media type that is not documented; send " + types.get());
            }
            Reading reading = value(part, single);
            if (reading instanceof Reading.Malformed malformed) {
                return new Reading.Malformed("has a part \"" + name + "\" that " + malformed.message());
            }
            JsonNode node = reading instanceof Reading.Value value ? value.node() : StringNode.valueOf("");
            if (node.isArray() || !property.isArray()) {
                object.set(name, node);
            } else if (object.path(name) instanceof ArrayNode array) {
                array.add(node);
            } else {
                object.putArray(name).add(node);
            }
        }
        return new Reading.Value(object);
    }

    /** A multipart body without names: an array, one item per part (OAS 3.2 section 4.14.5). */
    Reading readItems(List<Part> parts) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (Part part : parts) {
            Reading reading = value(part, shape.itemShape());
            if (reading instanceof Reading.Malformed malformed) {
                return new Reading.Malformed("has a part " + array.size() + " that " + malformed.message());
            }
            array.add(reading instanceof Reading.Value value ? value.node() : StringNode.valueOf(""));
        }
        return new Reading.Value(array);
    }

    private Optional<String> documentedTypes(String name) {
        return Optional.ofNullable(encodings.get(name)).flatMap(Encoding::contentType);
    }

    /** Whether a part says that it is of a type that the {@code encoding} does not have (OAS 3.1 section 4.8.15). */
    private static boolean isOfAnotherType(Part part, String documented) {
        return part.type().isPresent()
                && Structure.split(documented, ",").stream()
                        .flatMap(type -> MediaType.parse(type.strip()).stream())
                        .noneMatch(type -> type.covers(part.type().get()));
    }

    private static Reading value(Part part, Shape shape) {
        boolean json =
                part.type().map(MediaType::isJson).orElse(false) || part.type().isEmpty() && shape.isObject();
        boolean read = json && (!part.isFile() || shape.isObject());
        Reading reading = read ? JsonBody.read(part.content()) : Reading.MISSING;
        boolean guessed = part.type().isEmpty() && shape.allows(Shape.Type.STRING);
        return read && !(guessed && reading instanceof Reading.Malformed)
                ? reading
                : new Reading.Value(Coercion.coerce(part.text(), part.isFile() ? Shape.UNKNOWN : shape));
    }
}
