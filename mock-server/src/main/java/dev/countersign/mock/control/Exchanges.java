package dev.countersign.mock.control;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

/** The last exchanges of a session. Bounded in number and in what they hold; the oldest is forgotten first. Thread-safe. */
final class Exchanges {
    private static final int MOST = 200;
    private static final int MOST_WAITING = 100;
    private static final long HEAVIEST = 16L << 20;

    private final Deque<Exchange> kept = new ArrayDeque<>();
    private final List<Waiting> waiting = new ArrayList<>();
    private long weight;

    private record Waiting(
            Predicate<Exchange> wanted, int atLeast, CompletableFuture<Optional<List<Exchange>>> found) {}

    synchronized void add(Exchange exchange) {
        kept.addFirst(exchange);
        weight += exchange.weight();
        while (kept.size() > MOST || (weight > HEAVIEST && kept.size() > 1)) {
            weight -= kept.removeLast().weight();
        }
        for (Iterator<Waiting> all = waiting.iterator(); all.hasNext(); ) {
            Waiting one = all.next();
            List<Exchange> found = find(one.wanted);
            if (found.size() >= one.atLeast) {
                all.remove();
                one.found.complete(Optional.of(found));
            }
        }
    }

    /** Those that are wanted, newest first. */
    synchronized List<Exchange> find(Predicate<Exchange> wanted) {
        return kept.stream().filter(wanted).toList();
    }

    /**
     * The same, as soon as there are so many; absent when more callers wait than this keeps. The caller bounds how long it waits,
     * and completes what it no longer wants.
     */
    synchronized CompletableFuture<Optional<List<Exchange>>> await(Predicate<Exchange> wanted, int atLeast) {
        waiting.removeIf(one -> one.found.isDone());
        List<Exchange> found = find(wanted);
        CompletableFuture<Optional<List<Exchange>>> later = new CompletableFuture<>();
        if (found.size() >= atLeast) {
            later.complete(Optional.of(found));
        } else {
            if (waiting.size() == MOST_WAITING) {
                waiting.remove(0).found.complete(Optional.empty());
            }
            waiting.add(new Waiting(wanted, atLeast, later));
        }
        return later;
    }

    synchronized Optional<Exchange> get(long number) {
        return kept.stream().filter(exchange -> exchange.number() == number).findFirst();
    }

    synchronized void clear() {
        kept.clear();
        weight = 0;
    }
}
