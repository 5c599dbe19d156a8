package dev.countersign.mock.proxy;

import dev.countersign.mock.exchange.MockResponse;
import dev.countersign.openapi.contract.MediaTypeSpec;
import dev.countersign.openapi.contract.Operation;

/** Hears of what passes through a proxy. Must be quick, and is called by many threads at once. */
public interface ProxyListener {
    /** Does nothing. */
    ProxyListener NONE = new ProxyListener() {};

    /** Whether {@link #onAnswer} is to be called for a response with this head, for which its body has to be held. */
    default boolean wantsBodyOf(MockResponse head) {
        return false;
    }

    /**
     * Hears of an answer that fits the contract.
     *
     * @param documented the media type in the contract that describes the body
     */
    default void onAnswer(Operation operation, MediaTypeSpec documented, MockResponse answer) {}

    /** Hears of every exchange when it has ended. */
    default void onEnd(ProxiedExchange exchange) {}
}
