package dev.countersign.mock.server;

import dev.countersign.mock.exchange.MockRequest;
import dev.countersign.mock.exchange.MockResponse;
import java.util.function.Consumer;

/** Answers requests, at once or later. Called by many threads at once; must not wait, as the caller's thread has more to do. */
@FunctionalInterface
public interface Responder {
    /**
     * Answers.
     *
     * @param request its headers are a view that is valid until the reply
     * @param reply takes the answer, exactly once, on any thread
     */
    void respond(MockRequest request, Consumer<MockResponse> reply);
}
