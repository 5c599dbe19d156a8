package dev.countersign.mock.server;

import dev.countersign.mock.exchange.Header;
import dev.countersign.mock.exchange.Headers;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.http.HttpFields;

/** A view of the server's own header fields, without copying. */
record RequestHeaders(HttpFields view) implements Headers {
    @Override
    public Optional<String> first(String name) {
        return Optional.ofNullable(view.get(name));
    }

    @Override
    public List<String> all(String name) {
        return view.contains(name) ? view.getValuesList(name) : List.of();
    }

    @Override
    public List<Header> fields() {
        return view.stream()
                .map(field -> new Header(field.getName(), field.getValue() == null ? "" : field.getValue()))
                .toList();
    }
}
