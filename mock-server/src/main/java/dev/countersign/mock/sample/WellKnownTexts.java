package dev.countersign.mock.sample;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Texts that a property's name suggests. A short list on purpose: a library of fake data would add 4 MB to the server
 * and a second to the first such answer.
 */
final class WellKnownTexts {
    private static final List<String> WORDS = List.of(
            "amber", "birch", "cedar", "delta", "ember", "fjord", "grove", "harbor", "island", "juniper", "kestrel",
            "lagoon", "meadow", "nimbus", "orchard", "prairie", "quartz", "river", "summit", "tundra");

    private static final Map<String, List<String>> BY_NAME = Map.ofEntries(
            Map.entry("firstname", List.of("Ada", "Grace", "Alan", "Edsger", "Barbara")),
            Map.entry("givenname", List.of("Ada", "Grace", "Alan", "Edsger", "Barbara")),
            Map.entry("lastname", List.of("Lovelace", "Hopper", "Turing", "Dijkstra", "Liskov")),
            Map.entry("surname", List.of("Lovelace", "Hopper", "Turing", "Dijkstra", "Liskov")),
            Map.entry("familyname", List.of("Lovelace", "Hopper", "Turing", "Dijkstra", "Liskov")),
            Map.entry("fullname", List.of("Ada Lovelace", "Grace Hopper", "Alan Turing")),
            Map.entry("displayname", List.of("Ada Lovelace", "Grace Hopper", "Alan Turing")),
            Map.entry("username", List.of("ada", "grace", "alan", "edsger")),
            Map.entry("login", List.of("ada", "grace", "alan", "edsger")),
            Map.entry("phone", List.of("+1-202-555-0143", "+1-202-555-0178")),
            Map.entry("phonenumber", List.of("+1-202-555-0143", "+1-202-555-0178")),
            Map.entry("city", List.of("Lisbon", "Oslo", "Kyoto", "Quito", "Nairobi")),
            Map.entry("country", List.of("Portugal", "Norway", "Japan", "Ecuador", "Kenya")),
            Map.entry("countrycode", List.of("PT", "NO", "JP", "EC", "KE")),
            Map.entry("street", List.of("1 Harbor Street", "22 Cedar Lane")),
            Map.entry("address", List.of("1 Harbor Street, Lisbon", "22 Cedar Lane, Oslo")),
            Map.entry("zip", List.of("10115", "00150")),
            Map.entry("zipcode", List.of("10115", "00150")),
            Map.entry("postalcode", List.of("10115", "00150")),
            Map.entry("currency", List.of("EUR", "USD", "JPY", "GBP")),
            Map.entry("locale", List.of("en-US", "pt-PT", "nb-NO")),
            Map.entry("language", List.of("en", "pt", "nb")),
            Map.entry("timezone", List.of("Europe/Lisbon", "Europe/Oslo")),
            Map.entry("company", List.of("Example Ltd", "Sample Works")),
            Map.entry("color", List.of("#336699", "#cc3300")),
            Map.entry("version", List.of("1.0.0", "2.1.3")));

    private static final Map<String, String> FORMAT_BY_NAME = Map.of(
            "email", "email",
            "emailaddress", "email",
            "url", "uri",
            "uri", "uri",
            "href", "uri",
            "website", "uri",
            "uuid", "uuid",
            "hostname", "hostname",
            "password", "password");

    private WellKnownTexts() {}

    /** The format that a name suggests; empty when none. */
    static String format(String name) {
        return FORMAT_BY_NAME.getOrDefault(plain(name), "");
    }

    static String text(String name, Choices choices) {
        List<String> known = BY_NAME.get(plain(name));
        if (known != null) {
            return known.get(choices.pick(known.size()));
        }
        return choices.isVaried() ? word(choices) + " " + word(choices) : "string";
    }

    static String word(Choices choices) {
        return WORDS.get(choices.pick(WORDS.size()));
    }

    private static String plain(String name) {
        return name.replace("_", "").replace("-", "").toLowerCase(Locale.ROOT);
    }
}
