package dev.countersign.mock.validate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Arrays and objects out of pieces of text. Pieces are split while encoded and decoded afterwards. */
final class Structure {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Structure() {}

    /** Splits at every delimiter; empty text has no pieces. */
    static List<String> split(String text, String delimiter) {
        List<String> pieces = new ArrayList<>();
        if (text.isEmpty()) {
            return pieces;
        }
        int start = 0;
        for (int at = text.indexOf(delimiter); at >= 0; at = text.indexOf(delimiter, start)) {
            pieces.add(text.substring(start, at));
            start = at + delimiter.length();
        }
        pieces.add(text.substring(start));
        return pieces;
    }

    static ReadResult array(List<String> pieces, ExpectedType expected, UnaryOperator<String> decode) {
        ArrayNode array = NODES.arrayNode(pieces.size());
        for (String piece : pieces) {
            array.add(Coercion.coerce(decode.apply(piece), expected.item(array.size())));
        }
        return new ReadResult.Value(array);
    }

    /** Names and values in turn: {@code R,100,G,200}. */
    static ReadResult alternating(List<String> pieces, ExpectedType expected, UnaryOperator<String> decode) {
        if (pieces.size() % 2 != 0) {
            return new ReadResult.Malformed("must list names and values in turn");
        }
        ObjectNode object = NODES.objectNode();
        for (int i = 0; i < pieces.size(); i += 2) {
            put(object, decode.apply(pieces.get(i)), decode.apply(pieces.get(i + 1)), expected);
        }
        return new ReadResult.Value(object);
    }

    /** Assignments: {@code R=100,G=200}. */
    static ReadResult assignments(List<String> pieces, ExpectedType expected, UnaryOperator<String> decode) {
        ObjectNode object = NODES.objectNode();
        for (String piece : pieces) {
            int equals = piece.indexOf('=');
            if (equals < 0) {
                return new ReadResult.Malformed("must list assignments of the form name=value");
            }
            put(object, decode.apply(piece.substring(0, equals)), decode.apply(piece.substring(equals + 1)), expected);
        }
        return new ReadResult.Value(object);
    }

    /** A property that is an array takes one value or many, each written as a property of its own. */
    static void put(ObjectNode object, String name, String value, ExpectedType expected) {
        ExpectedType property = expected.property(name);
        if (!property.isArray()) {
            object.set(name, Coercion.coerce(value, property));
            return;
        }
        ArrayNode items = object.get(name) instanceof ArrayNode known ? known : object.putArray(name);
        items.add(Coercion.coerce(value, property.item(items.size())));
    }
}
