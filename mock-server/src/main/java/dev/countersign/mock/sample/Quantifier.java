package dev.countersign.mock.sample;

import java.util.Optional;

/**
 * How often a part of a regular expression is repeated.
 *
 * @param from the fewest times
 * @param to the most times
 * @param end where the expression goes on
 */
record Quantifier(int from, int to, int end) {
    private static final int MANY = 1_000_000;

    /** Absent when there is none at this place, which includes braces that stand for themselves. */
    static Optional<Quantifier> at(String source, int at) {
        return switch (at < source.length() ? source.charAt(at) : ' ') {
            case '*' -> Optional.of(new Quantifier(0, MANY, pastMode(source, at + 1)));
            case '+' -> Optional.of(new Quantifier(1, MANY, pastMode(source, at + 1)));
            case '?' -> Optional.of(new Quantifier(0, 1, pastMode(source, at + 1)));
            case '{' -> braces(source, at);
            default -> Optional.empty();
        };
    }

    private static Optional<Quantifier> braces(String source, int at) {
        int end = source.indexOf('}', at);
        String[] bounds =
                end < 0 ? new String[0] : source.substring(at + 1, end).split(",", -1);
        if (bounds.length == 0 || bounds.length > 2 || !isCount(bounds[0])) {
            return Optional.empty();
        }
        int from = Integer.parseInt(bounds[0]);
        int open = bounds.length == 2 && isCount(bounds[1]) ? Integer.parseInt(bounds[1]) : MANY;
        return Optional.of(new Quantifier(from, bounds.length == 1 ? from : open, pastMode(source, end + 1)));
    }

    /** Past the mark of a lazy or possessive quantifier. */
    private static int pastMode(String source, int at) {
        boolean marked = at < source.length() && (source.charAt(at) == '?' || source.charAt(at) == '+');
        return marked ? at + 1 : at;
    }

    private static boolean isCount(String text) {
        return !text.isEmpty() && text.length() < 8 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
