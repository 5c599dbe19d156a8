package dev.countersign.mock.bench;

import java.util.List;

/**
 * The same exchange with several servers.
 *
 * @param what the exchange
 * @param servers each with what it needed, ours first
 */
record Comparison(String what, List<OfServer> servers) {
    /**
     * One server in all rounds; a fault instead where it did not do it.
     *
     * @param title the server
     * @param fault why there are no figures; empty where there are
     * @param millis time of one exchange, from sending it to the end of the answer
     * @param cpuMillis the server's CPU time for one
     * @param firstByteMillis from sending it to the first byte of the answer's body
     * @param peakMegabytes largest resident size
     */
    record OfServer(
            String title,
            String fault,
            Summary millis,
            Summary cpuMillis,
            Summary firstByteMillis,
            Summary peakMegabytes) {}
}
