package dev.countersign.mock.validate;

import dev.countersign.mock.exchange.MockRequest;
import dev.countersign.mock.exchange.Pair;
import dev.countersign.openapi.contract.Parameter.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A value out of {@code name=value} pairs: a query parameter, a cookie, or a property of a form.
 *
 * @param others names of other parameters or properties, which are therefore no properties of an exploded object
 * @param decode undoes the encoding of a piece; nothing is encoded in style {@code cookie}
 */
record PairReader(
        String name,
        Style style,
        boolean explode,
        ExpectedType expected,
        Set<String> others,
        UnaryOperator<String> decode) {

    ReadResult read(List<Pair> pairs) {
        if (style == Style.DEEP_OBJECT) {
            return DeepObject.read(name, pairs, expected);
        }
        if (expected.isObject() && !expected.isArray() && explode) {
            return exploded(pairs);
        }
        List<String> raw = new ArrayList<>(1);
        for (Pair pair : pairs) {
            if (pair.name().equals(name)) {
                raw.add(pair.raw());
            }
        }
        if (raw.isEmpty()) {
            return expected.isArray() ? bracketed(pairs) : ReadResult.MISSING;
        }
        if (expected.isArray()) {
            return Structure.array(explode || raw.size() > 1 ? raw : pieces(raw.get(0)), expected, decode);
        }
        if (expected.isObject()) {
            return Structure.alternating(pieces(raw.get(0)), expected, decode);
        }
        return new ReadResult.Value(Coercion.coerce(decode.apply(raw.get(0)), expected));
    }

    /** Not in the standard, but PHP, Rails and many JavaScript clients write arrays as {@code name[]=a&name[]=b}. */
    private ReadResult bracketed(List<Pair> pairs) {
        List<String> raw = new ArrayList<>();
        for (Pair pair : pairs) {
            if (pair.name().length() == name.length() + 2
                    && pair.name().startsWith(name)
                    && pair.name().endsWith("[]")) {
                raw.add(pair.raw());
            }
        }
        return raw.isEmpty() ? ReadResult.MISSING : Structure.array(raw, expected, decode);
    }

    /**
     * Each property is a pair of its own. A name that another one has, too, is a property only beside one that is not shared:
     * alone it means the other.
     */
    private ReadResult exploded(List<Pair> pairs) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        boolean own = others.containsAll(expected.properties().keySet());
        for (Pair pair : pairs) {
            String property = property(pair.name());
            boolean known = expected.properties().containsKey(property);
            boolean unclaimed = isUnclaimed(pair.name());
            if (known || expected.properties().isEmpty() && unclaimed) {
                own = own || unclaimed;
                Structure.put(object, property, decode.apply(pair.raw()), expected);
            }
        }
        return own && !object.isEmpty() ? new ReadResult.Value(object) : ReadResult.MISSING;
    }

    /** The property that a pair is one of; arrays may be written {@code ids[]=1}, as above. */
    private String property(String field) {
        boolean marked = field.endsWith("[]") && !expected.properties().containsKey(field);
        String property = marked ? field.substring(0, field.length() - 2) : field;
        return marked && !expected.property(property).isArray() ? field : property;
    }

    private boolean isUnclaimed(String field) {
        return !others.contains(field) && !field.startsWith(MockRequest.RESERVED_PREFIX);
    }

    private List<String> pieces(String raw) {
        return switch (style) {
            case SPACE_DELIMITED -> Structure.split(raw.replace("%20", " ").replace('+', ' '), " ");
            case PIPE_DELIMITED -> Structure.split(raw.replace("%7C", "|").replace("%7c", "|"), "|");
            case TAB_DELIMITED -> Structure.split(raw.replace("%09", "\t"), "\t");
            default ->
                Structure.split(raw.indexOf(',') < 0 ? raw.replace("%2C", ",").replace("%2c", ",") : raw, ",");
        };
    }
}
