package dev.countersign.client.runtime.stream;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a body where its lines end. In UTF-8 the octets at which it is cut are part of no other character, so that it
 * does not matter in which portions the body comes. No more is held than one piece.
 */
final class Pieces {
    private static final int CARRIAGE_RETURN = '\r';
    private static final int LINE_FEED = '\n';

    private final InputStream in;
    private final Cut cut;
    private final AtomicLong most;
    private final byte[] portion = new byte[8192];
    private int from;
    private int to;
    private boolean afterReturn;

    /** Where a piece ends. */
    enum Cut {
        /** JSON. */
        AT_LINE_FEEDS,
        /** Server-sent events: a carriage return, a line feed, or one behind the other. */
        AT_LINE_ENDS;

        private boolean isAt(byte octet) {
            return octet == LINE_FEED || (this == AT_LINE_ENDS && octet == CARRIAGE_RETURN);
        }
    }

    /**
     * A piece.
     *
     * @param octets what stands before the cut
     * @param whole whether there was a cut behind it, and not the end of the body
     */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record Piece(byte[] octets, boolean whole) {}

    /**
     * Begins to cut.
     *
     * @param most how many octets a piece may have
     */
    Pieces(InputStream in, Cut cut, AtomicLong most) {
        this.in = in;
        this.cut = cut;
        this.most = most;
    }

    /**
     * The next piece; null when there is none.
     *
     * @throws TooLongException when it is longer than is allowed
     */
    @Nullable Piece next() throws IOException {
        ByteArrayOutputStream begun = new ByteArrayOutputStream(0);
        while (true) {
            if (from == to && !fill()) {
                return begun.size() == 0 ? null : new Piece(begun.toByteArray(), false);
            }
            if (afterReturn) {
                // The line ended with the carriage return: a line feed behind it, which may come much later, is part of
                // it.
                afterReturn = false;
                if (portion[from] == LINE_FEED) {
                    from++;
                    continue;
                }
            }
            int end = from;
            while (end < to && !cut.isAt(portion[end])) {
                end++;
            }
            begun.write(portion, from, end - from);
            if (begun.size() > most.get()) {
                throw new TooLongException();
            }
            boolean whole = end < to;
            afterReturn = whole && cut == Cut.AT_LINE_ENDS && portion[end] == CARRIAGE_RETURN;
            from = whole ? end + 1 : end;
            if (whole) {
                return new Piece(begun.toByteArray(), true);
            }
        }
    }

    private boolean fill() throws IOException {
        from = 0;
        to = Math.max(0, in.read(portion, 0, portion.length));
        return to > 0;
    }

    /** A piece is longer than the client accepts. */
    static final class TooLongException extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
