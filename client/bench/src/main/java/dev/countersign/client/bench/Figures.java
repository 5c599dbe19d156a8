package dev.countersign.client.bench;

import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/**
 * What one round measured of one client.
 *
 * @param medianMicros the time that half of the calls did not exceed: other processes of the machine hardly move it
 * @param meanMicros the mean time of a call
 * @param bytes allocated by one call, on all threads
 */
record Figures(double medianMicros, double meanMicros, double bytes) {
    private static final double HALF = 50;

    static Figures of(RunResult run) {
        Result<?> time = run.getPrimaryResult();
        Result<?> allocated = run.getSecondaryResults().get("gc.alloc.rate.norm");
        if (allocated == null) {
            throw new IllegalStateException(
                    "JMH measured no allocation: " + run.getSecondaryResults().keySet());
        }
        return new Figures(
                time.getStatistics().getPercentile(HALF), time.getStatistics().getMean(), allocated.getScore());
    }
}
