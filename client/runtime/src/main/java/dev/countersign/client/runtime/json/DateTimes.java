package dev.countersign.client.runtime.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads dates and times as RFC 3339 section 5.6 writes them: a date is one without a time, which would be lost; a time may
 * have a leap second, and more digits of a second than nine, of which the rest is cut off.
 *
 * @param <D> the type of date
 */
final class DateTimes<D> extends StdScalarDeserializer<D> {
    private static final long serialVersionUID = 1;

    private static final Pattern TIMESTAMP = Pattern.compile(
            "(\\d{4}-\\d\\d-\\d\\d)[Tt ](\\d\\d:\\d\\d):(\\d\\d)(?:\\.(\\d{1,9})\\d*)?([Zz]|[+-]\\d\\d:?\\d\\d)");
    private static final String LEAP_SECOND = "60";
    private static final int FULL_DATE = 10;

    private final transient Function<String, D> parse;

    private DateTimes(Class<D> type, Function<String, D> parse) {
        super(type);
        this.parse = parse;
    }

    static Module module() {
        return new SimpleModule("dates and times")
                .addDeserializer(LocalDate.class, new DateTimes<>(LocalDate.class, DateTimes::date))
                .addDeserializer(OffsetDateTime.class, new DateTimes<>(OffsetDateTime.class, DateTimes::timestamp));
    }

    @Override
    @SuppressWarnings("unchecked") // Jackson hands back what is of the type.
    public D deserialize(JsonParser in, DeserializationContext context) throws IOException {
        if (in.currentToken() != JsonToken.VALUE_STRING) {
            return (D) context.handleUnexpectedToken(handledType(), in);
        }
        try {
            return parse.apply(in.getText());
        } catch (DateTimeException e) {
            return (D) context.handleWeirdStringValue(handledType(), in.getText(), "it is not RFC 3339");
        }
    }

    /** A year has four digits (RFC 3339 section 5.6), and no sign. */
    private static LocalDate date(String text) {
        if (text.length() != FULL_DATE) {
            throw new DateTimeException("not a full-date");
        }
        return LocalDate.parse(text);
    }

    private static OffsetDateTime timestamp(String text) {
        try {
            return OffsetDateTime.parse(text);
        } catch (DateTimeException e) {
            Matcher parts = TIMESTAMP.matcher(text);
            if (!parts.matches()) {
                throw e;
            }
            boolean leap = parts.group(3).equals(LEAP_SECOND);
            String fraction = parts.group(4) == null || leap ? "" : "." + parts.group(4);
            String zone = parts.group(5);
            String offset = zone.length() == 5 ? zone.substring(0, 3) + ":" + zone.substring(3) : zone;
            OffsetDateTime read = OffsetDateTime.parse(
                    parts.group(1) + "T" + parts.group(2) + ":" + (leap ? "59" : parts.group(3)) + fraction + offset);
            // No clock of Java's has a 61st second: it is the first of the next minute.
            return leap ? read.plusSeconds(1) : read;
        }
    }
}
