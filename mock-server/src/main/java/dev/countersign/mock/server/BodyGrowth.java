package dev.countersign.mock.server;

/** How large the array is made that holds a body which comes in pieces. */
public final class BodyGrowth {
    private static final int FIRST_GUESS = 1024;

    /** How much is set aside on the strength of an announcement, which costs its sender nothing. */
    private static final int TRUSTED_AT_FIRST = 64 * 1024;

    /** How much more than has come is set aside for the rest of what was announced. */
    private static final int TRUSTED_OF_WHAT_CAME = 4;

    private BodyGrowth() {}

    /**
     * The array's next size in bytes.
     *
     * @param size that of the array until now
     * @param needed how much it has to hold now
     * @param announced how long the whole body is said to be; -1 when nothing is said
     */
    public static int next(int size, int needed, long announced) {
        long trusted = Math.min(announced, Math.max(TRUSTED_AT_FIRST, (long) TRUSTED_OF_WHAT_CAME * needed));
        return trusted >= needed
                ? (int) Math.min(Integer.MAX_VALUE, trusted)
                : Math.max(needed, Math.max(FIRST_GUESS, (int) Math.min(Integer.MAX_VALUE, size * 2L)));
    }
}
