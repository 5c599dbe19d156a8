package dev.countersign.mock.bench;

import java.util.Arrays;

/**
 * One figure over all rounds.
 *
 * @param median the middle one, or the mean of the two in the middle
 * @param lowest the smallest
 * @param highest the largest
 * @param noise by how much the rounds differ: highest less lowest, as a share of the median
 */
record Summary(double median, double lowest, double highest, double noise) {
    static Summary of(double... rounds) {
        double[] sorted = Arrays.stream(rounds).sorted().toArray();
        if (sorted.length == 0) {
            return new Summary(Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        }
        int middle = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        double lowest = sorted[0];
        double highest = sorted[sorted.length - 1];
        return new Summary(median, lowest, highest, (highest - lowest) / median);
    }
}
