package dev.countersign.mock.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a regular expression that is known to be valid. Anchors and whatever only forbids (negative assertions,
 * lookbehind, flags) are skipped: the text is matched afterwards.
 */
final class PatternParser {
    private final String source;
    private int at;
    private int groups;

    private PatternParser(String source) {
        this.source = source;
    }

    static Piece parse(String source) {
        return new PatternParser(source).alternatives();
    }

    private Piece alternatives() {
        List<Piece> pieces = new ArrayList<>();
        pieces.add(sequence());
        while (at < source.length() && source.charAt(at) == '|') {
            at++;
            pieces.add(sequence());
        }
        return pieces.size() == 1 ? pieces.get(0) : new Piece.Alternatives(pieces);
    }

    private Piece sequence() {
        List<Piece> pieces = new ArrayList<>();
        while (at < source.length() && source.charAt(at) != '|' && source.charAt(at) != ')') {
            pieces.add(repeated(atom()));
        }
        return new Piece.Sequence(pieces);
    }

    private Piece atom() {
        char c = source.charAt(at);
        return switch (c) {
            case '^', '$' -> {
                at++;
                yield new Piece.Sequence(List.of());
            }
            case '(' -> group();
            case '[' -> fitting(endOfClass());
            case '\\' -> escape();
            case '.' -> fitting(at + 1);
            default -> {
                int end = source.offsetByCodePoints(at, 1);
                String character = source.substring(at, end);
                at = end;
                yield literal(character);
            }
        };
    }

    private Piece group() {
        at++;
        boolean ahead = source.startsWith("?=", at);
        boolean skipped = source.startsWith("?!", at) || source.startsWith("?<!", at) || source.startsWith("?<=", at);
        boolean numbered = !source.startsWith("?", at);
        if (!numbered) {
            boolean named = !skipped && (source.startsWith("?<", at) || source.startsWith("?P<", at));
            numbered = named;
            at = named ? source.indexOf('>', at) + 1 : afterGroupKind();
        }
        int number = numbered ? ++groups : 0;
        Piece inner = alternatives();
        at++;
        if (skipped) {
            return new Piece.Sequence(List.of());
        }
        return ahead ? new Piece.Lookahead(inner) : numbered ? new Piece.Group(number, inner) : inner;
    }

    /** Past {@code ?:}, {@code ?=}, {@code ?!}, {@code ?<=}, {@code ?<!}, or flags such as {@code ?i} or {@code ?i:}. */
    private int afterGroupKind() {
        int i = at + 1;
        while (i < source.length() && (Character.isLetter(source.charAt(i)) || source.charAt(i) == '-')) {
            i++;
        }
        if (source.startsWith("<=", i) || source.startsWith("<!", i)) {
            return i + 2;
        }
        return i < source.length() && source.charAt(i) != ')' ? i + 1 : i;
    }

    private Piece escape() {
        char c = at + 1 < source.length() ? source.charAt(at + 1) : '\\';
        if (c >= '1' && c <= '9') {
            at += 2;
            return new Piece.BackReference(c - '0');
        }
        if ("bBAZz".indexOf(c) >= 0) {
            at += 2;
            return new Piece.Sequence(List.of());
        }
        int end = at + 2;
        if (c == 'u' && source.startsWith("{", end) && source.indexOf('}', end) > end + 1) {
            String code = source.substring(end + 1, source.indexOf('}', end));
            at = source.indexOf('}', end) + 1;
            return literal(Character.toString(Integer.parseInt(code, 16)));
        }
        if ((c == 'p' || c == 'P') && source.startsWith("{", end)) {
            end = source.indexOf('}', end) + 1;
        } else if (c == 'u') {
            end += 4;
        } else if (c == 'x') {
            end += 2;
        } else if (c == 'c') {
            end += 1;
        } else if (!Character.isLetterOrDigit(c)) {
            at = end;
            return new Piece.OneOf(String.valueOf(c));
        }
        return fitting(Math.min(end, source.length()));
    }

    /** One character, which may take two units of UTF-16. */
    private static Piece literal(String character) {
        List<Piece> units = new ArrayList<>();
        for (int index = 0; index < character.length(); index++) {
            units.add(new Piece.OneOf(character.substring(index, index + 1)));
        }
        return new Piece.Sequence(units);
    }

    /** The expression from here to {@code end} stands for one character. */
    private Piece fitting(int end) {
        String one = source.substring(at, end);
        at = end;
        return new Piece.OneOf(Characters.matching(one));
    }

    private int endOfClass() {
        int i = at + 1;
        if (source.startsWith("^", i)) {
            i++;
        }
        while (i < source.length() && source.charAt(i) != ']') {
            i += source.charAt(i) == '\\' ? 2 : 1;
        }
        return Math.min(i + 1, source.length());
    }

    private Piece repeated(Piece piece) {
        Optional<Quantifier> quantifier = Quantifier.at(source, at);
        if (quantifier.isEmpty()) {
            return piece;
        }
        at = quantifier.get().end();
        return new Piece.Repeat(piece, quantifier.get().from(), quantifier.get().to());
    }
}
