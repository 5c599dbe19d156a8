package dev.countersign.mock.server;

import dev.countersign.mock.exchange.MockResponse;
import dev.countersign.openapi.contract.MediaTypeSpec;
import dev.countersign.openapi.contract.Operation;

/** Told of every answer of a real server that fits its contract; must be quick and is called by many threads at once. */
@FunctionalInterface
public interface AnswerListener {
    /**
     * Hears of an answer.
     *
     * @param documented the media type in the contract that describes the body
     */
    void onAnswer(Operation operation, MediaTypeSpec documented, MockResponse answer);
}
