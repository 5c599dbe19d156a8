package dev.countersign.mock.bench;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Every server on one document.
 *
 * @param operations how many it has
 * @param bytes its size
 * @param servers in the order of the peers
 */
record Run(int operations, long bytes, List<OfServer> servers) {
    /**
     * One server in all rounds.
     *
     * @param peer which
     * @param summaries each figure over all rounds
     * @param rounds all that was measured, in the order of the rounds
     */
    record OfServer(Peer peer, Map<Measure, Summary> summaries, List<Figures> rounds) {
        double median(Measure measure) {
            return measure.summary(rounds).median();
        }
    }

    static Run of(int operations, long bytes, Map<Peer, List<Figures>> measured) {
        List<OfServer> servers = new ArrayList<>();
        measured.forEach((peer, rounds) -> {
            Map<Measure, Summary> summaries = new EnumMap<>(Measure.class);
            for (Measure measure : Measure.values()) {
                summaries.put(measure, measure.summary(rounds));
            }
            servers.add(new OfServer(peer, summaries, rounds));
        });
        return new Run(operations, bytes, servers);
    }

    Optional<OfServer> server(Peer peer) {
        return servers.stream().filter(each -> each.peer() == peer).findFirst();
    }
}
