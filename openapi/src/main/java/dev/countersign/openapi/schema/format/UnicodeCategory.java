package dev.countersign.openapi.schema.format;

import java.util.Map;

/** The long names of Unicode's general categories, which ECMA-262 allows and Java does not know. */
final class UnicodeCategory {
    private static final Map<String, String> SHORT_NAMES = Map.ofEntries(
            Map.entry("Letter", "L"),
            Map.entry("Uppercase_Letter", "Lu"),
            Map.entry("Lowercase_Letter", "Ll"),
            Map.entry("Titlecase_Letter", "Lt"),
            Map.entry("Modifier_Letter", "Lm"),
            Map.entry("Other_Letter", "Lo"),
            Map.entry("Mark", "M"),
            Map.entry("Nonspacing_Mark", "Mn"),
            Map.entry("Spacing_Mark", "Mc"),
            Map.entry("Enclosing_Mark", "Me"),
            Map.entry("Number", "N"),
            Map.entry("digit", "Nd"),
            Map.entry("Decimal_Number", "Nd"),
            Map.entry("Letter_Number", "Nl"),
            Map.entry("Other_Number", "No"),
            Map.entry("Punctuation", "P"),
            Map.entry("punct", "P"),
            Map.entry("Symbol", "S"),
            Map.entry("Math_Symbol", "Sm"),
            Map.entry("Currency_Symbol", "Sc"),
            Map.entry("Separator", "Z"),
            Map.entry("Space_Separator", "Zs"),
            Map.entry("Control", "Cc"),
            Map.entry("Alphabetic", "IsAlphabetic"),
            Map.entry("Uppercase", "IsUppercase"),
            Map.entry("Lowercase", "IsLowercase"),
            Map.entry("White_Space", "IsWhite_Space"),
            Map.entry("Emoji", "So"));

    private UnicodeCategory() {}

    static String shortName(String name) {
        return SHORT_NAMES.getOrDefault(name, name);
    }
}
