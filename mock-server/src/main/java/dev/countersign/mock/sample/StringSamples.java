package dev.countersign.mock.sample;

import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** Makes strings. */
final class StringSamples {
    private static final int LONGEST = 100_000;
    private static final int PATTERN_TRIES = 30;

    private StringSamples() {}

    static JsonNode sample(StringConstraints constraints, String name, Choices choices) {
        return StringNode.valueOf(text(constraints, name, choices));
    }

    private static String text(StringConstraints constraints, String name, Choices choices) {
        String format = constraints.format.isEmpty() ? WellKnownTexts.format(name) : constraints.format;
        String text = FormatSamples.sample(format, choices).orElseGet(() -> WellKnownTexts.text(name, choices));
        List<PatternSamples> patterns = constraints.patterns.stream()
                .flatMap(pattern -> PatternSamples.of(pattern).stream())
                .toList();
        if (!patterns.isEmpty()) {
            return patterned(constraints, patterns, text, choices);
        }
        if (isFitting(text, constraints)) {
            return text;
        }
        return constraints.format.isEmpty() || text.length() > constraints.most
                ? fitted(text, constraints)
                : padded(text, format, constraints);
    }

    private static String patterned(
            StringConstraints constraints, List<PatternSamples> patterns, String suggestion, Choices choices) {
        String text = suggestion;
        for (int attempt = 0; attempt < PATTERN_TRIES && !constraints.format.isEmpty(); attempt++) {
            if (isFitting(text, constraints, patterns)) {
                return text;
            }
            boolean before = choices.vary(true);
            text = FormatSamples.sample(constraints.format, choices).orElse("");
            choices.vary(before);
        }
        text = suggestion;
        for (int attempt = 0; attempt < PATTERN_TRIES && !isFitting(text, constraints, patterns); attempt++) {
            // Assertions may ask for a length of their own, so later attempts are longer and varied.
            int least = attempt == 0 ? constraints.least : Math.min(constraints.most, constraints.least + attempt);
            boolean before = choices.vary(attempt > 0 || choices.isVaried());
            text = patterned(patterns, attempt, least, constraints.most, choices);
            choices.vary(before);
            text += "x".repeat(Math.max(0, Math.min(LONGEST, constraints.least) - text.length()));
        }
        return text;
    }

    /** Of several patterns each in turn leads, and then all of them in a row, which suits a beginning and an end. */
    private static String patterned(List<PatternSamples> patterns, int attempt, int least, int most, Choices choices) {
        int leader = patterns.size() == 1 ? 0 : attempt % (patterns.size() + 1);
        if (leader < patterns.size()) {
            return patterns.get(leader).sample(least, most, choices);
        }
        return patterns.stream()
                .map(pattern -> pattern.sample(0, most, choices))
                .collect(Collectors.joining());
    }

    private static boolean isFitting(String text, StringConstraints constraints, List<PatternSamples> patterns) {
        return isFitting(text, constraints) && patterns.stream().allMatch(pattern -> pattern.matches(text));
    }

    private static boolean isFitting(String text, StringConstraints constraints) {
        int length = text.codePointCount(0, text.length());
        return length >= constraints.least && length <= constraints.most;
    }

    private static String fitted(String text, StringConstraints constraints) {
        String fitted = text.length() > constraints.most
                ? text.substring(0, constraints.most).strip()
                : text;
        if (fitted.length() < constraints.least) {
            String unit = text.isEmpty() ? "x" : text.replace(' ', '-');
            fitted += unit.repeat(1 + Math.min(LONGEST, constraints.least) / unit.length());
            fitted = fitted.substring(0, Math.min(LONGEST, constraints.least));
        }
        return fitted;
    }

    /** Longer texts of a format, where more text does no harm. */
    private static String padded(String text, String format, StringConstraints constraints) {
        int missing = Math.min(LONGEST, constraints.least) - text.length();
        return switch (format) {
            case "email", "idn-email", "hostname", "idn-hostname" -> "a".repeat(missing) + text;
            case "byte" -> "AAAA".repeat((missing + 3) / 4) + text;
            case "regex" -> text.replace("$", "a".repeat(missing) + "$");
            case "date-time" -> text.replace("Z", "." + "0".repeat(Math.max(1, missing - 1)) + "Z");
            case "date", "time", "uuid", "ipv4", "ipv6", "duration" -> text;
            default -> text + "x".repeat(missing);
        };
    }
}
