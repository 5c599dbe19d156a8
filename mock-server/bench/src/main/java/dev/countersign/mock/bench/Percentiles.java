package dev.countersign.mock.bench;

/**
 * How long exchanges took, in microseconds, by nearest rank: the smallest time that at least that share of all did not
 * exceed. Not a number where nothing was measured.
 *
 * @param p50 half of all took no longer
 * @param p90 nine in ten
 * @param p99 ninety-nine in a hundred
 * @param p999 999 in a thousand
 * @param max the longest
 */
record Percentiles(double p50, double p90, double p99, double p999, double max) {
    /** Of times in nanoseconds, in ascending order. */
    static Percentiles of(long[] sorted) {
        return new Percentiles(at(sorted, 500), at(sorted, 900), at(sorted, 990), at(sorted, 999), at(sorted, 1000));
    }

    private static double at(long[] sorted, int perMille) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        long rank = ((long) perMille * sorted.length + 999) / 1000;
        return sorted[(int) rank - 1] / 1e3;
    }
}
