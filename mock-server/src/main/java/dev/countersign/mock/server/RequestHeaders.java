package dev.countersign.mock.server;

import dev.countersign.mock.exchange.Headers;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.http.HttpFields;

/** A view of the server's own header fields, without copying. */
record RequestHeaders(HttpFields fields) implements Headers {
    @Override
    public Optional<String> first(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    @Override
    public List<String> all(String name) {
        return fields.contains(name) ? fields.getValuesList(name) : List.of();
    }
}
