package dev.countersign.mock.validate;

import dev.countersign.mock.exchange.MediaType;
import dev.countersign.mock.exchange.Pair;
import dev.countersign.mock.exchange.PercentEncoding;
import dev.countersign.openapi.contract.Encoding;
import dev.countersign.openapi.contract.Parameter.Style;
import dev.countersign.openapi.json.Pointer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads the fields of a URL-encoded form into an object, each by its {@code encoding} (OAS 3.1 sections 4.8.14.3 and 4.8.15). */
record FormReader(Map<String, Encoding> encodings, ExpectedType expected) {
    /** Each is looked for among all of them; other servers stop at a thousand or ten thousand. */
    private static final int MOST_FIELDS = 10_000;

    ReadResult read(String form) {
        List<Pair> pairs = Pair.parse(form);
        if (pairs.size() > MOST_FIELDS) {
            return new ReadResult.Malformed("has more than " + MOST_FIELDS + " fields");
        }
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        List<String> repeated = new ArrayList<>(0);
        for (Map.Entry<String, ExpectedType> property : expected.properties().entrySet()) {
            ReadResult reading = property(property.getKey(), property.getValue(), pairs);
            if (reading instanceof ReadResult.Malformed) {
                return reading;
            }
            if (reading instanceof ReadResult.Value value) {
                String at = Pointer.child("", property.getKey());
                value.repeated().forEach(pointer -> repeated.add(at + pointer));
                object.set(property.getKey(), value.node());
            }
        }
        for (Pair pair : pairs) {
            boolean again =
                    object.has(pair.name()) && !expected.property(pair.name()).isArray();
            if (!again && !belongs(pair.name())) {
                Structure.put(object, pair.name(), pair.value(), expected);
            }
        }
        return new ReadResult.Value(object, List.of(), repeated);
    }

    private ReadResult property(String name, ExpectedType property, List<Pair> pairs) {
        @Nullable Encoding encoding = encodings.get(name);
        if (encoding != null
                && !encoding.styled()
                && encoding.contentType()
                        .flatMap(MediaType::parse)
                        .filter(MediaType::isJson)
                        .isPresent()) {
            return pairs.stream()
                    .filter(pair -> pair.name().equals(name))
                    .findFirst()
                    .map(pair -> JsonBody.read(pair.value()))
                    .orElse(ReadResult.MISSING);
        }
        Style style = encoding == null ? Style.FORM : encoding.style();
        boolean explode = encoding == null || encoding.explode();
        Set<String> others = expected.properties().keySet();
        ReadResult reading =
                new PairReader(name, style, explode, property, others, PercentEncoding::decodeForm).read(pairs);
        boolean whole = reading instanceof ReadResult.Missing || reading instanceof ReadResult.Malformed;
        return whole && property.isObject() ? alternative(name, property, pairs, reading) : reading;
    }

    /** Objects in forms are written in many ways; brackets and JSON text are the common ones. */
    private static ReadResult alternative(String name, ExpectedType property, List<Pair> pairs, ReadResult otherwise) {
        ReadResult deep = DeepObject.read(name, pairs, property);
        if (!(deep instanceof ReadResult.Missing)) {
            return deep;
        }
        for (Pair pair : pairs) {
            if (pair.name().equals(name) && pair.value().startsWith("{")) {
                return JsonBody.read(pair.value());
            }
        }
        return otherwise;
    }

    /** Whether a field was read with a property: {@code tags[]}, {@code address[city]}, or the {@code city} of an address. */
    private boolean belongs(String field) {
        int bracket = field.indexOf('[');
        return expected.properties().containsKey(bracket > 0 ? field.substring(0, bracket) : field)
                || expected.properties().values().stream()
                        .anyMatch(property ->
                                property.isObject() && property.properties().containsKey(field));
    }
}
