package dev.countersign.client.runtime.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import java.io.IOException;

/** Writes {@code 5}, as a contract's example does, and not {@code 5.0}, which is the same number. */
final class DoubleSerializer extends StdScalarSerializer<Double> {
    private static final long serialVersionUID = 1;

    /** Up to here a double holds every integer. */
    private static final double EXACT = 1L << 53;

    DoubleSerializer() {
        super(Double.class);
    }

    @Override
    public void serialize(Double value, JsonGenerator out, SerializerProvider provider) throws IOException {
        double number = value;
        if (number == Math.rint(number) && Math.abs(number) <= EXACT) {
            out.writeNumber((long) number);
        } else {
            out.writeNumber(number);
        }
    }
}
