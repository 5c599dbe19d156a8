package dev.countersign.mock.sample;

import java.util.List;

/** A part of a regular expression, as far as making texts needs to know it. */
sealed interface Piece {
    /** The fewest characters that it takes. */
    int least();

    /** One of some characters; none when nothing is known that fits. */
    record OneOf(String characters) implements Piece {
        @Override
        public int least() {
            return characters.isEmpty() ? 0 : 1;
        }
    }

    /** One after the other. */
    record Sequence(List<Piece> pieces) implements Piece {
        @Override
        public int least() {
            return pieces.stream().mapToInt(Piece::least).sum();
        }
    }

    /** One or another. */
    record Alternatives(List<Piece> pieces) implements Piece {
        @Override
        public int least() {
            return pieces.stream().mapToInt(Piece::least).min().orElse(0);
        }
    }

    /** The same from so many to so many times. */
    record Repeat(Piece piece, int from, int to) implements Piece {
        @Override
        public int least() {
            return (int) Math.min(Integer.MAX_VALUE, (long) from * piece.least());
        }
    }

    /** A group that can be referred to by its number. */
    record Group(int number, Piece piece) implements Piece {
        @Override
        public int least() {
            return piece.least();
        }
    }

    /** What a group has matched. */
    record BackReference(int number) implements Piece {
        @Override
        public int least() {
            return 0;
        }
    }

    /** What must follow, without taking it. */
    record Lookahead(Piece piece) implements Piece {
        @Override
        public int least() {
            return 0;
        }
    }
}
