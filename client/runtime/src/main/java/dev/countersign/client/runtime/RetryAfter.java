package dev.countersign.client.runtime;

import dev.countersign.client.ReceivedResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How long a server asks to wait: seconds, or a date in one of HTTP's three forms (RFC 9110 sections 5.6.7 and 10.2.3). */
final class RetryAfter {
    private static final Pattern SECONDS = Pattern.compile("(\\d{1,9})(?:\\.(\\d{1,9})\\d*)?");

    /** The obsolete forms: {@code Sunday, 06-Nov-94 08:49:37 GMT} and {@code Sun Nov  6 08:49:37 1994}. */
    private static final DateTimeFormatter RFC_850_REST = DateTimeFormatter.ofPattern("HH:mm:ss 'GMT'", Locale.ROOT);

    private static final DateTimeFormatter ASCTIME =
            DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.ENGLISH);
    private static final Pattern RFC_850 = Pattern.compile("[A-Za-z]+, (\\d\\d)-([A-Za-z]{3})-(\\d\\d) (.+)");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd-MMM-yyyy", Locale.ENGLISH);

    private RetryAfter() {}

    static Optional<Duration> of(ReceivedResponse response) {
        return response.headers().first("Retry-After").flatMap(value -> parse(value.strip(), Instant.now()));
    }

    /** The wait that a header's value asks for at this moment; none for a moment that has passed. */
    static Optional<Duration> parse(String value, Instant now) {
        Matcher seconds = SECONDS.matcher(value);
        if (seconds.matches()) {
            String fraction = seconds.group(2) == null ? "" : seconds.group(2);
            return Optional.of(Duration.ofSeconds(
                    Long.parseLong(seconds.group(1)), Long.parseLong((fraction + "000000000").substring(0, 9))));
        }
        return Stream.<Function<String, Instant>>of(
                        text -> ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                                .toInstant(),
                        text -> rfc850(text, now),
                        text -> LocalDateTime.parse(text, ASCTIME).toInstant(ZoneOffset.UTC))
                .flatMap(form -> read(form, value).stream())
                .findFirst()
                .map(date -> Duration.between(now, date))
                .map(left -> left.isNegative() ? Duration.ZERO : left);
    }

    private static Optional<Instant> read(Function<String, Instant> form, String value) {
        try {
            return Optional.of(form.apply(value));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** A year of two digits is the nearest of that name, and never more than 50 years ahead (RFC 9110 section 5.6.7). */
    private static Instant rfc850(String text, Instant now) {
        Matcher matcher = RFC_850.matcher(text);
        if (!matcher.matches()) {
            throw new DateTimeException("not RFC 850");
        }
        int thisYear = now.atZone(ZoneOffset.UTC).getYear();
        int year = thisYear / 100 * 100 + Integer.parseInt(matcher.group(3));
        year = year > thisYear + 50 ? year - 100 : year < thisYear - 49 ? year + 100 : year;
        LocalDate day = LocalDate.parse(matcher.group(1) + "-" + matcher.group(2) + "-" + year, DAY);
        return day.atTime(LocalTime.parse(matcher.group(4), RFC_850_REST)).toInstant(ZoneOffset.UTC);
    }
}
