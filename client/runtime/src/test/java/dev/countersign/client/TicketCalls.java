package dev.countersign.client;

import static dev.countersign.client.RawServer.json;

import dev.countersign.client.RawServer.Script;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import sample.zoo.ZooClient;
import sample.zoo.api.TicketsApi;
import sample.zoo.model.Ticket;

/** Calls whose answers come in pages, to a server that is scripted. */
final class TicketCalls {
    private TicketCalls() {}

    static <T> T with(RawServer server, Function<TicketsApi, T> calls) {
        try (ZooClient client = ZooClient.builder()
                .baseUrl(server.url())
                .credential("key", Credential.of("k"))
                .build()) {
            return calls.apply(client.tickets());
        }
    }

    static <T> List<T> items(RawServer server, Function<TicketsApi, Pager<T>> call) {
        return with(server, api -> call.apply(api).stream().toList());
    }

    static List<Long> ids(RawServer server, Function<TicketsApi, Pager<Ticket>> call) {
        return items(server, call).stream().map(Ticket::id).toList();
    }

    /** The targets that were asked for, in order. */
    static List<String> targets(RawServer server) {
        return server.requests().stream()
                .map(request -> request.substring(request.indexOf(' ') + 1, request.indexOf(" HTTP/")))
                .toList();
    }

    static Script tickets(String meta, int... ids) {
        String items = String.join(
                ",", IntStream.of(ids).mapToObj(id -> "{\"id\":" + id + "}").toList());
        return json(200, "{\"tickets\":[" + items + "]" + meta + "}");
    }
}
