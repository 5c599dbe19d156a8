package dev.countersign.mock.sample;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/** Makes texts of a format (JSON Schema 2020-12 validation, section 7.3, and OAS 3.1 section 4.4). */
final class FormatSamples {
    private static final LocalDateTime START = LocalDateTime.of(2025, 1, 15, 9, 30);
    private static final int TEN_YEARS_IN_MINUTES = 5_256_000;

    private static final long FIRST_BITS = 0x3f2504e0_4f89_41d3L;

    private FormatSamples() {}

    /** Absent when the format says nothing about the text. */
    static Optional<String> sample(String format, Choices choices) {
        LocalDateTime time = START.plusMinutes(
                choices.isVaried() ? choices.between(-TEN_YEARS_IN_MINUTES, TEN_YEARS_IN_MINUTES) : 0);
        String word = WellKnownTexts.word(choices);
        int number = (int) choices.between(1, 254);
        return Optional.ofNullable(
                switch (format) {
                    case "date" -> time.toLocalDate().toString();
                    case "date-time" -> time + ":00Z";
                    case "time" -> time.toLocalTime() + ":00Z";
                    case "duration" -> "P" + number + "D";
                    case "email", "idn-email" -> word + "@example.com";
                    case "hostname", "idn-hostname" -> word + ".example.com";
                    case "ipv4" -> "192.0.2." + number;
                    case "ipv6" -> "2001:db8::" + Integer.toHexString(number);
                    case "uri", "iri", "url" -> "https://example.com/" + word;
                    case "uri-reference", "iri-reference" -> "/" + word;
                    case "uri-template" -> "https://example.com/" + word + "/{id}";
                    case "uuid" -> uuid(choices);
                    case "byte" -> Base64.getEncoder().encodeToString(word.getBytes(StandardCharsets.UTF_8));
                    case "password" -> "Pa55-" + word;
                    case "json-pointer" -> "/" + word;
                    case "relative-json-pointer" -> "0/" + word;
                    case "regex" -> "^" + word + "$";
                    default -> null;
                });
    }

    private static String uuid(Choices choices) {
        // Version 4, variant 2 (RFC 9562 section 5.4), from the seed.
        long high = choices.between(FIRST_BITS, Long.MAX_VALUE - 1) & ~0xF000L | 0x4000L;
        long low = choices.between(FIRST_BITS, Long.MAX_VALUE - 1) >>> 2 | 0x8000_0000_0000_0000L;
        return new UUID(high, low).toString();
    }
}
