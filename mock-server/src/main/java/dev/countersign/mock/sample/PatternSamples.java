package dev.countersign.mock.sample;

import dev.countersign.openapi.schema.format.BoundedPattern;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Makes texts that a regular expression probably matches; the caller checks them, and asks again. */
final class PatternSamples {
    private static final int LONGEST = 10_000;
    private static final int SOME = 3;

    private final BoundedPattern pattern;
    private final Piece piece;

    private PatternSamples(BoundedPattern pattern, Piece piece) {
        this.pattern = pattern;
        this.piece = piece;
    }

    /** Absent when the expression is not valid or nested beyond reason. */
    static Optional<PatternSamples> of(String source) {
        try {
            return BoundedPattern.of(source)
                    .map(pattern -> new PatternSamples(pattern, PatternParser.parse(pattern.source())));
        } catch (StackOverflowError tooDeep) {
            return Optional.empty();
        }
    }

    boolean matches(String text) {
        return pattern.matches(text);
    }

    /** Makes a text of at least so many characters, if the expression can be stretched. */
    String sample(int least, int most, Choices choices) {
        int spare = choices.isVaried() ? (int) Math.min(SOME, (long) most - piece.least()) : 0;
        Writing writing = new Writing(choices, Math.min(LONGEST, least) - piece.least(), spare);
        writing.write(piece);
        return writing.text.toString();
    }

    private static final class Writing {
        private final StringBuilder text = new StringBuilder();
        private final Map<Integer, String> groups = new HashMap<>();
        private final Choices choices;
        private int missing;
        private int spare;

        Writing(Choices choices, int missing, int spare) {
            this.choices = choices;
            this.missing = missing;
            this.spare = spare;
        }

        void write(Piece piece) {
            if (text.length() > LONGEST) {
                return;
            }
            if (piece instanceof Piece.OneOf one && !one.characters().isEmpty()) {
                text.append(
                        one.characters().charAt(choices.pick(one.characters().length())));
            } else if (piece instanceof Piece.Sequence sequence) {
                writeSequence(sequence);
            } else if (piece instanceof Piece.Alternatives either) {
                write(either.pieces().get(choices.pick(either.pieces().size())));
            } else if (piece instanceof Piece.Repeat repeat) {
                writeRepeat(repeat);
            } else if (piece instanceof Piece.Group group) {
                int start = text.length();
                write(group.piece());
                groups.put(group.number(), text.substring(start));
            } else if (piece instanceof Piece.BackReference reference) {
                text.append(groups.getOrDefault(reference.number(), ""));
            }
        }

        /** What is looked ahead for is laid over what follows, as in {@code (?=.*[0-9])[a-z0-9]{8}}. */
        private void writeSequence(Piece.Sequence sequence) {
            int start = text.length();
            StringBuilder ahead = new StringBuilder();
            for (Piece part : sequence.pieces()) {
                if (part instanceof Piece.Lookahead lookahead) {
                    Writing apart = new Writing(choices, 0, 0);
                    apart.write(lookahead.piece());
                    ahead.append(apart.text);
                } else {
                    write(part);
                }
            }
            // An assertion about the length alone would do harm that way, so not every attempt does it.
            if (!choices.isVaried() || choices.pick(2) == 0) {
                int end = Math.min(text.length(), start + ahead.length());
                text.replace(start, end, ahead.toString());
            }
        }

        private void writeRepeat(Piece.Repeat repeat) {
            int unit = Math.max(1, repeat.piece().least());
            int stretch = missing > 0 ? (missing + unit - 1) / unit : 0;
            if (spare > 0) {
                int extra = (int) choices.between(0, spare / unit);
                stretch += extra;
                spare -= extra * unit;
            }
            stretch = Math.min(stretch, repeat.to() - repeat.from());
            missing -= stretch * unit;
            for (int count = 0; count < repeat.from() + stretch && text.length() <= LONGEST; count++) {
                write(repeat.piece());
            }
        }
    }
}
