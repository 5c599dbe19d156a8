package dev.countersign.client.runtime.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.deser.std.NumberDeserializers;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code 1.0} and {@code 1e3} as the integers that they are (JSON Schema Validation section 6.1.1): some servers
 * write every number with a point. Where that would lose anything, Jackson's own way refuses the number.
 *
 * @param <N> the type of integer
 */
final class WholeNumbers<N> extends StdScalarDeserializer<N> {
    private static final long serialVersionUID = 1;

    /** No number is longer when it is written out, so that {@code 1e999999999} fills no memory. */
    private static final int MOST_DIGITS = 1_000;

    private final transient JsonDeserializer<?> usual;
    private final transient Function<BigDecimal, N> exact;

    private WholeNumbers(Class<N> type, Function<BigDecimal, N> exact) {
        super(type);
        this.usual = NumberDeserializers.find(type, type.getName());
        this.exact = exact;
    }

    static Module module() {
        return new SimpleModule("whole numbers")
                .addDeserializer(int.class, new WholeNumbers<>(int.class, BigDecimal::intValueExact))
                .addDeserializer(Integer.class, new WholeNumbers<>(Integer.class, BigDecimal::intValueExact))
                .addDeserializer(long.class, new WholeNumbers<>(long.class, BigDecimal::longValueExact))
                .addDeserializer(Long.class, new WholeNumbers<>(Long.class, BigDecimal::longValueExact))
                .addDeserializer(BigInteger.class, new WholeNumbers<>(BigInteger.class, BigDecimal::toBigIntegerExact));
    }

    @Override
    @SuppressWarnings("unchecked") // It was found by the type.
    public @Nullable N deserialize(JsonParser in, DeserializationContext context) throws IOException {
        if (in.currentToken() == JsonToken.VALUE_NUMBER_FLOAT) {
            BigDecimal number = in.getDecimalValue();
            if ((long) number.precision() - number.scale() <= MOST_DIGITS) {
                try {
                    return exact.apply(number);
                } catch (ArithmeticException e) {
                    // It has a fraction, or is too large: refused below.
                }
            }
        }
        return (N) usual.deserialize(in, context);
    }

    @Override
    @SuppressWarnings("unchecked") // It was found by the type.
    public @Nullable N getNullValue(DeserializationContext context) throws JsonMappingException {
        return (N) usual.getNullValue(context);
    }
}
