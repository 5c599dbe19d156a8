package dev.countersign.mock.exchange;

import java.util.Arrays;

/** Finds bytes in others by Horspool's algorithm, which looks at one in as many as it searches for. Immutable and thread-safe. */
public final class BytePattern {
    private final byte[] wanted;
    private final int[] steps = new int[256];

    /** @param wanted what is searched for; not empty, not copied */
    public BytePattern(byte[] wanted) {
        this.wanted = wanted;
        int last = wanted.length - 1;
        Arrays.fill(steps, wanted.length);
        for (int i = 0; i < last; i++) {
            steps[wanted[i] & 0xff] = last - i;
        }
    }

    /** How many bytes are searched for. */
    public int length() {
        return wanted.length;
    }

    /** Where it begins for the first time between two indices; -1 when it is not there as a whole. */
    public int find(byte[] bytes, int from, int to) {
        int last = wanted.length - 1;
        for (int end = from + last; end < to; end += steps[bytes[end] & 0xff]) {
            if (bytes[end] == wanted[last] && isAt(bytes, end - last, to)) {
                return end - last;
            }
        }
        return -1;
    }

    /** Whether it begins at an index, and ends before another. */
    public boolean isAt(byte[] bytes, int from, int to) {
        return from + wanted.length <= to && Arrays.equals(bytes, from, from + wanted.length, wanted, 0, wanted.length);
    }
}
