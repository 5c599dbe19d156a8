package dev.countersign.mock.cli.served;

import dev.countersign.mock.Mock;
import dev.countersign.mock.explain.Explanation;

/** Called for every exchange before the client gets its answer; must be quick and is called by many threads at once. */
@FunctionalInterface
public interface ExchangeListener {
    void onExchange(Mock mock, Explanation exchange);
}
