package dev.countersign.mock.bench;

/**
 * What one server showed in one round.
 *
 * @param firstAnswerSeconds from starting the process to its first 200
 * @param validPerSecond valid requests answered in a second
 * @param invalidPerSecond invalid requests refused in a second
 * @param p50Micros median time of a valid exchange
 * @param p99Micros 99th percentile of it
 * @param cpuMicrosValid the server's CPU time for one valid request
 * @param cpuMicrosInvalid the server's CPU time for one invalid request
 * @param peakMegabytes largest resident size over the whole round
 */
record Figures(
        double firstAnswerSeconds,
        double validPerSecond,
        double invalidPerSecond,
        double p50Micros,
        double p99Micros,
        double cpuMicrosValid,
        double cpuMicrosInvalid,
        double peakMegabytes) {}
