package dev.countersign.mock.exchange;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Long bodies on their way to a socket. The JDK copies all that it is given to memory of its own, again for each part that the
 * socket takes, and keeps that memory for the thread; so it is given a little at a time.
 */
public final class Pieces {
    /** In bytes; what is not longer is sent sooner as a whole. */
    private static final int LONGEST_WHOLE = 1024 * 1024;

    /** In bytes. */
    private static final int LONGEST = 512 * 1024;

    private Pieces() {}

    /** Whether a body is so long that it is cut. */
    public static boolean areNeededFor(byte[] body) {
        return body.length > LONGEST_WHOLE;
    }

    /** The body in pieces, or in one where none are needed; none of them is a copy. */
    public static List<ByteBuffer> of(byte[] body) {
        if (!areNeededFor(body)) {
            return List.of(ByteBuffer.wrap(body));
        }
        List<ByteBuffer> pieces = new ArrayList<>();
        for (int from = 0; from < body.length; from += LONGEST) {
            pieces.add(ByteBuffer.wrap(body, from, Math.min(LONGEST, body.length - from)));
        }
        return pieces;
    }
}
