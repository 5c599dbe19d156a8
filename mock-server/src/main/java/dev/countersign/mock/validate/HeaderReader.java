package dev.countersign.mock.validate;

import dev.countersign.openapi.contract.Parameter.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** A header parameter, not percent-encoded. Repeated fields are one list (RFC 9110 section 5.3). */
record HeaderReader(String name, Style style, boolean explode, ExpectedType expected) implements ParameterReader {
    @Override
    public ReadResult read(RawRequest request) {
        List<String> fields = request.headers().all(name);
        if (fields.isEmpty()) {
            return ReadResult.MISSING;
        }
        if (!expected.isArray() && !expected.isObject()) {
            return new ReadResult.Value(Coercion.coerce(fields.get(0), expected));
        }
        String delimiter = style.delimiter();
        List<String> pieces = new ArrayList<>();
        for (String piece : Structure.split(String.join(delimiter, fields), delimiter)) {
            pieces.add(piece.strip());
        }
        if (expected.isArray()) {
            return Structure.array(pieces, expected, UnaryOperator.identity());
        }
        return explode
                ? Structure.assignments(pieces, expected, UnaryOperator.identity())
                : Structure.alternating(pieces, expected, UnaryOperator.identity());
    }
}
