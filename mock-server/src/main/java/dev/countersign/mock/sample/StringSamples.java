package dev.countersign.mock.sample;

import java.util.Optional;
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
        if (!demand.patterns.isEmpty()) {
            return patterned(demand, text, choices);
        }
        if (isFitting(text, demand)) {
            return text;
        }
        return demand.format.isEmpty() || text.length() > demand.most
                ? fitted(text, demand)
                : padded(text, format, demand);
    }

    private static String patterned(StringDemand demand, String suggestion, Choices choices) {
        Optional<PatternSamples> pattern = PatternSamples.of(demand.patterns.get(0));
        if (pattern.isEmpty() || (isFitting(suggestion, demand) && pattern.get().matches(suggestion))) {
            return suggestion;
        }
        String text = suggestion;
        for (int attempt = 0; attempt < PATTERN_TRIES && !demand.format.isEmpty(); attempt++) {
            boolean before = choices.vary(true);
            text = FormatSamples.sample(demand.format, choices).orElse("");
            choices.vary(before);
            if (isFitting(text, demand) && pattern.get().matches(text)) {
                return text;
            }
        }
        for (int attempt = 0; attempt < PATTERN_TRIES; attempt++) {
            // Assertions may ask for a length of their own, so later attempts are longer and varied.
            int least = attempt == 0 ? demand.least : Math.min(demand.most, demand.least + attempt);
            boolean before = choices.vary(attempt > 0 || choices.isVaried());
            text = pattern.get().sample(least, demand.most, choices);
            choices.vary(before);
            text += "x".repeat(Math.max(0, Math.min(LONGEST, demand.least) - text.length()));
            if (isFitting(text, demand) && pattern.get().matches(text)) {
                return text;
            }
        }
        return text;
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
