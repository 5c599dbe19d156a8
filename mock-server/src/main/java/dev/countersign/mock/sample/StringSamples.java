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

    static JsonNode sample(StringDemand demand, String name, Choices choices) {
        return StringNode.valueOf(text(demand, name, choices));
    }

    private static String text(StringDemand demand, String name, Choices choices) {
        String format = demand.format.isEmpty() ? WellKnownTexts.format(name) : demand.format;
        String text = FormatSamples.sample(format, choices).orElseGet(() -> WellKnownTexts.text(name, choices));
        List<PatternSamples> patterns = demand.patterns.stream()
                .flatMap(pattern -> PatternSamples.of(pattern).stream())
                .toList();
        if (!patterns.isEmpty()) {
            return patterned(demand, patterns, text, choices);
        }
        if (isFitting(text, demand)) {
            return text;
        }
        return demand.format.isEmpty() || text.length() > demand.most
                ? fitted(text, demand)
                : padded(text, format, demand);
    }

    private static String patterned(
            StringDemand demand, List<PatternSamples> patterns, String suggestion, Choices choices) {
        String text = suggestion;
        for (int attempt = 0; attempt < PATTERN_TRIES && !demand.format.isEmpty(); attempt++) {
            if (isFitting(text, demand, patterns)) {
                return text;
            }
            boolean before = choices.vary(true);
            text = FormatSamples.sample(demand.format, choices).orElse("");
            choices.vary(before);
        }
        text = suggestion;
        for (int attempt = 0; attempt < PATTERN_TRIES && !isFitting(text, demand, patterns); attempt++) {
            // Assertions may ask for a length of their own, so later attempts are longer and varied.
            int least = attempt == 0 ? demand.least : Math.min(demand.most, demand.least + attempt);
            boolean before = choices.vary(attempt > 0 || choices.isVaried());
            text = patterned(patterns, attempt, least, demand.most, choices);
            choices.vary(before);
            text += "x".repeat(Math.max(0, Math.min(LONGEST, demand.least) - text.length()));
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

    private static boolean isFitting(String text, StringDemand demand, List<PatternSamples> patterns) {
        return isFitting(text, demand) && patterns.stream().allMatch(pattern -> pattern.matches(text));
    }

    private static boolean isFitting(String text, StringDemand demand) {
        int length = text.codePointCount(0, text.length());
        return length >= demand.least && length <= demand.most;
    }

    private static String fitted(String text, StringDemand demand) {
        String fitted =
                text.length() > demand.most ? text.substring(0, demand.most).strip() : text;
        if (fitted.length() < demand.least) {
            String unit = text.isEmpty() ? "x" : text.replace(' ', '-');
            fitted += unit.repeat(1 + Math.min(LONGEST, demand.least) / unit.length());
            fitted = fitted.substring(0, Math.min(LONGEST, demand.least));
        }
        return fitted;
    }

    /** Longer texts of a format, where more text does no harm. */
    private static String padded(String text, String format, StringDemand demand) {
        int missing = Math.min(LONGEST, demand.least) - text.length();
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
