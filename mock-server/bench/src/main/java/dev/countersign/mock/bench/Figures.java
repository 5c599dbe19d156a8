package dev.countersign.mock.bench;

import java.util.List;

/**
 * What one server showed in one round.
 *
 * @param firstAnswerSeconds from starting the process to its first 200
 * @param startCpuSeconds the server's CPU time until then
 * @param validPerSecond valid requests answered in a second
 * @param invalidPerSecond invalid requests refused in a second
 * @param loaded times of a valid exchange on all connections, each as soon as the last is answered
 * @param alone the same on one connection
 * @param cpuMicrosValid the server's CPU time for one valid request
 * @param cpuMicrosInvalid the server's CPU time for one invalid request
 * @param peakMegabytes largest resident size over the whole round
 * @param atRates valid requests at fixed rates
 * @param residentMegabytes resident size, once a second from the first answer on
 */
record Figures(
        double firstAnswerSeconds,
        double startCpuSeconds,
        double validPerSecond,
        double invalidPerSecond,
        Percentiles loaded,
        Percentiles alone,
        double cpuMicrosValid,
        double cpuMicrosInvalid,
        double peakMegabytes,
        List<AtRate> atRates,
        List<Double> residentMegabytes) {

    /**
     * Valid requests that were due at a fixed rate, whether the server kept up or not.
     *
     * @param perSecond how many were due in a second
     * @param answeredPerSecond how many were answered in a second
     * @param cpuMicros the server's CPU time for one
     * @param micros from when a request was due to the end of its answer
     */
    record AtRate(int perSecond, double answeredPerSecond, double cpuMicros, Percentiles micros) {}
}
