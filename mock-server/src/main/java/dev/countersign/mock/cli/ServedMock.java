package dev.countersign.mock.cli;

import dev.countersign.mock.Mock;
import dev.countersign.mock.MockOptions;
import dev.countersign.mock.exchange.MockRequest;
import dev.countersign.mock.exchange.MockResponse;
import dev.countersign.mock.explain.Explanation;
import dev.countersign.openapi.LoadedContract;
import dev.countersign.openapi.contract.ContractException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/** The mock that is being served: another one as soon as its document has changed and can be served. */
final class ServedMock {
    private final Supplier<LoadedContract> loader;
    private final MockOptions options;
    private final List<ExchangeListener> listeners;
    private final Terminal terminal;
    private volatile Mock current;
    private volatile List<Path> files;

    ServedMock(
            LoadedContract loaded,
            Supplier<LoadedContract> loader,
            MockOptions options,
            List<ExchangeListener> listeners,
            Terminal terminal) {
        this.loader = loader;
        this.options = options;
        this.listeners = List.copyOf(listeners);
        this.terminal = terminal;
        this.current = Mock.compile(loaded.contract(), options);
        this.files = loaded.origins().files();
    }

    MockResponse answer(MockRequest request) {
        Mock mock = current;
        if (listeners.isEmpty()) {
            return mock.answer(request);
        }
        Explanation exchange = mock.walk(request);
        listeners.forEach(listener -> listener.onExchange(mock, exchange));
        return exchange.reply();
    }

    /** The mock of the document as it is now. */
    Mock current() {
        return current;
    }

    /** The files of the document that is served. */
    List<Path> files() {
        return files;
    }

    /** A document that cannot be used while it is being edited does not end the mock of what it was before. */
    void reload() {
        try {
            LoadedContract loaded = loader.get();
            current = Mock.compile(loaded.contract(), options);
            files = loaded.origins().files();
            terminal.say("Reloaded: " + loaded.contract().operations().size() + " operation(s)");
        } catch (ContractException e) {
            terminal.complain(e.getMessage() + System.lineSeparator()
                    + "The document has changed and cannot be used; the mock goes on with what it was before.");
        }
    }
}
