package dev.countersign.openapi.codegen;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Java identifiers made from what a document says. A name that is fine already stays as it is. */
final class JavaNames {
    /** A class has a file of its own, whose name many file systems bound to 255 bytes, the classes within it included. */
    private static final int LONGEST_TYPE = 100;

    private JavaNames() {}

    /** A class name in PascalCase, ASCII only. */
    static String type(String raw) {
        StringBuilder name = new StringBuilder();
        for (String word : words(raw)) {
            name.append(isShouted(word, raw) ? capitalised(word.toLowerCase(Locale.ROOT)) : capitalised(word));
        }
        return startSafely(bounded(name), "Model");
    }

    private static String bounded(StringBuilder type) {
        return type.substring(0, Math.min(type.length(), LONGEST_TYPE));
    }

    /** The name of a facade: as a class name, with acronyms written as words, because the generator does so too. */
    static String facade(String tag) {
        String apart =
                type(tag).replaceAll("([A-Z]+)([A-Z][a-z][a-z]+)", "$1_$2").replaceAll("([a-z0-9])([A-Z])", "$1_$2");
        StringBuilder name = new StringBuilder();
        for (String word : apart.split("_", -1)) {
            name.append(capitalised(word.toLowerCase(Locale.ROOT)));
        }
        return bounded(name);
    }

    /** A method, field or parameter name in camelCase, ASCII only; may still be a reserved word. */
    static String member(String raw) {
        StringBuilder name = new StringBuilder();
        for (String word : words(raw)) {
            if (name.isEmpty()) {
                name.append(uncapitalised(word));
            } else {
                name.append(isShouted(word, raw) ? capitalised(word.toLowerCase(Locale.ROOT)) : capitalised(word));
            }
        }
        return startSafely(name.toString(), "value");
    }

    /** A constant name in UPPER_CASE, ASCII only. */
    static String constant(String raw) {
        List<String> parts = new ArrayList<>();
        for (String word : words(raw)) {
            parts.add(word.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toUpperCase(Locale.ROOT));
        }
        return startSafely(String.join("_", parts), "VALUE_");
    }

    private static List<String> words(String raw) {
        String plain = Normalizer.normalize(raw, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
        StringBuilder ascii = new StringBuilder();
        plain.codePoints().forEach(point -> {
            if (point < 128) {
                ascii.appendCodePoint(Character.isLetterOrDigit(point) ? point : ' ');
            } else if (Character.isLetterOrDigit(point)) {
                ascii.append(" U")
                        .append(Integer.toHexString(point).toUpperCase(Locale.ROOT))
                        .append(' ');
            } else {
                ascii.append(' ');
            }
        });
        List<String> words = new ArrayList<>();
        for (String word : ascii.toString().split(" ", -1)) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return words;
    }

    /** Whether a word is one of several that are written in capitals only, as in {@code USER_ID}. */
    private static boolean isShouted(String word, String raw) {
        return word.length() > 1
                && word.length() < raw.length()
                && raw.equals(raw.toUpperCase(Locale.ROOT))
                && word.chars().allMatch(c -> Character.isUpperCase(c) || Character.isDigit(c));
    }

    private static String capitalised(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    /** Lowers a leading acronym as a whole: {@code URLPath} becomes {@code urlPath}, {@code ID} becomes {@code id}. */
    private static String uncapitalised(String word) {
        int upper = 0;
        while (upper < word.length() && Character.isUpperCase(word.charAt(upper))) {
            upper++;
        }
        int lowered =
                upper > 1 && upper < word.length() && Character.isLowerCase(word.charAt(upper)) ? upper - 1 : upper;
        return word.substring(0, lowered).toLowerCase(Locale.ROOT) + word.substring(lowered);
    }

    private static String startSafely(String name, String prefix) {
        if (name.isEmpty()) {
            return prefix.endsWith("_") ? "EMPTY" : prefix;
        }
        return Character.isDigit(name.charAt(0)) ? prefix + name : name;
    }
}
