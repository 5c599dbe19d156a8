package dev.countersign.mock.cli.served;

import dev.countersign.mock.Mock;
import dev.countersign.mock.exchange.Header;
import dev.countersign.mock.exchange.MockRequest;
import dev.countersign.mock.exchange.MockResponse;
import dev.countersign.mock.explain.Explanation;
import dev.countersign.mock.explain.ExplanationJson;
import dev.countersign.mock.render.ProblemBody;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The last exchanges, each with its explanation, to show why an answer was what it was. Bounded; the oldest is
 * forgotten first. {@code GET} on {@value #PATH} reads it, {@code DELETE} empties it.
 */
public final class Journal implements ExchangeListener {
    /** No API of the mocked contract: the prefix is the one that query parameters for the mock have. */
    public static final String PATH = "/__journal";

    private static final int KEPT = 100;

    private final Deque<Explanation> exchanges = new ArrayDeque<>();

    @Override
    public synchronized void onExchange(Mock mock, Explanation exchange) {
        if (exchanges.size() == KEPT) {
            exchanges.removeFirst();
        }
        exchanges.addLast(exchange.withoutRequestContent());
    }

    /** Whether a request is for the journal. */
    public static boolean isMeantBy(MockRequest request) {
        return request.path().equals(PATH);
    }

    /** Reads or empties it. */
    public MockResponse answer(MockRequest request) {
        return switch (request.method()) {
            case "DELETE" -> {
                clear();
                yield new MockResponse(204, List.of(), new byte[0]);
            }
            case "GET", "HEAD" -> ExplanationJson.list(copy());
            default ->
                ProblemBody.of(405, "Use GET or DELETE here.")
                        .response()
                        .with(new Header("Allow", "GET, HEAD, DELETE"));
        };
    }

    private synchronized void clear() {
        exchanges.clear();
    }

    private synchronized List<Explanation> copy() {
        return new ArrayList<>(exchanges);
    }
}
