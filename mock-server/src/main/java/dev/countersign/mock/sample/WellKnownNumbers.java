package dev.countersign.mock.sample;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;

/** Numbers that a property's name suggests. */
final class WellKnownNumbers {
    private static final Map<String, String> BY_ENDING = Map.ofEntries(
            Map.entry("age", "30"),
            Map.entry("amount", "49.9"),
            Map.entry("count", "3"),
            Map.entry("discount", "5"),
            Map.entry("height", "180"),
            Map.entry("lat", "52.52"),
            Map.entry("latitude", "52.52"),
            Map.entry("limit", "20"),
            Map.entry("lng", "13.405"),
            Map.entry("lon", "13.405"),
            Map.entry("longitude", "13.405"),
            Map.entry("percent", "50"),
            Map.entry("percentage", "50"),
            Map.entry("port", "8080"),
            Map.entry("price", "19.99"),
            Map.entry("quantity", "2"),
            Map.entry("rating", "4.5"),
            Map.entry("size", "10"),
            Map.entry("timestamp", "1735689600"),
            Map.entry("total", "99.8"),
            Map.entry("weight", "1.5"),
            Map.entry("width", "240"),
            Map.entry("year", "2025"));

    private WellKnownNumbers() {}

    static BigDecimal usual(String name, boolean integer) {
        String found = BY_ENDING.get(lastWord(name));
        return new BigDecimal(found != null ? found : integer ? "1" : "1.5");
    }

    /** {@code price} of {@code unitPrice}, {@code unit_price} and {@code UNIT-PRICE}. */
    static String lastWord(String name) {
        int start = name.length();
        while (start > 0 && Character.isLetterOrDigit(name.charAt(start - 1))) {
            start--;
            boolean capital = Character.isUpperCase(name.charAt(start));
            if (capital && start > 0 && Character.isLowerCase(name.charAt(start - 1))) {
                break;
            }
        }
        return name.substring(start).toLowerCase(Locale.ROOT);
    }
}
