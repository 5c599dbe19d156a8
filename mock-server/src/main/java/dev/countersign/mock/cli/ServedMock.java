package dev.countersign.mock.cli;

import dev.countersign.mock.Mock;
import dev.countersign.mock.control.Control;
import dev.countersign.mock.exchange.MockRequest;
import dev.countersign.mock.exchange.MockResponse;
import dev.countersign.mock.explain.Explanation;
import java.util.List;

/** The mock that is being served, with those who hear of every exchange. Thread-safe. */
record ServedMock(CurrentDocument<Mock> document, List<ExchangeListener> listeners, Control control) {
    ServedMock {
        listeners = List.copyOf(listeners);
    }

    MockResponse answer(MockRequest request) {
        Mock mock = current();
        if (listeners.isEmpty()) {
            return control.answer(mock, request);
        }
        Explanation exchange = control.walk(mock, request);
        for (ExchangeListener listener : listeners) {
            listener.onExchange(mock, exchange);
        }
        return exchange.reply();
    }

    /** Serves the document as it is now. */
    void reload() {
        document.reload();
        control.onReload();
    }

    /** The mock of the document as it is now. */
    Mock current() {
        return document.get();
    }
}
