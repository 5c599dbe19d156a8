package dev.countersign.client.runtime;

import dev.countersign.client.ReceivedResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** How long a server asks to wait: seconds, or a date (RFC 9110 section 10.2.3). */
final class RetryAfter {
    private RetryAfter() {}

    static Optional<Duration> of(ReceivedResponse response) {
        return response.headers().first("Retry-After").flatMap(value -> parse(value.strip()));
    }

    private static Optional<Duration> parse(String value) {
        try {
            if (!value.isEmpty() && value.chars().allMatch(c -> c >= '0' && c <= '9')) {
                return Optional.of(Duration.ofSeconds(Long.parseLong(value)));
            }
            Instant date = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            Duration left = Duration.between(Instant.now(), date);
            return Optional.of(left.isNegative() ? Duration.ZERO : left);
        } catch (DateTimeParseException | NumberFormatException e) {
            return Optional.empty();
        }
    }
}
