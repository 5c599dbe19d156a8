package dev.countersign.mock.control;

import dev.countersign.mock.exchange.MockResponse;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The calls of the control API that are about what was requested. */
record RequestCalls(Operations operations, Control control) {
    CompletableFuture<MockResponse> list(Session session, CallValues call) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        for (String name : List.of("operation", "status", "after", "atLeast", "within")) {
            JsonNode value = call.parameter(name);
            if (!value.isMissingNode()) {
                json.set(name, value);
            }
        }
        return find(session, json);
    }

    CompletableFuture<MockResponse> find(Session session, CallValues call) {
        return find(session, call.body());
    }

    private CompletableFuture<MockResponse> find(Session session, JsonNode json) {
        RequestQuery query = RequestQuery.of(json);
        query.operation().ifPresent(id -> operations.named(id, 422));
        return await(session, query, json.path("atLeast").asInt(0)).thenApply(RequestCalls::list);
    }

    CompletableFuture<MockResponse> expect(Session session, CallValues call) {
        Expectation expectation =
                Expectation.of(operations.named(call.body().path("operation").asString(), 422), call.body());
        return await(session, expectation.calls(), expectation.least())
                .thenApply(found -> expectation.isMetBy(found.size())
                        ? list(found)
                        : expectation.unmet(found, session.exchanges().find(expectation.calls()::isAbout)));
    }

    private static CompletableFuture<List<Exchange>> await(Session session, RequestQuery query, int atLeast) {
        return session.exchanges()
                .await(query::isMetBy, atLeast)
                .completeOnTimeout(Optional.empty(), query.within(), TimeUnit.MILLISECONDS)
                .thenApply(found -> found.orElseGet(() -> session.exchanges().find(query::isMetBy)));
    }

    private static MockResponse list(List<Exchange> exchanges) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode requests = json.putArray("requests");
        exchanges.forEach(exchange -> requests.add(ExchangeJson.summary(exchange)));
        return ControlApi.json(json);
    }

    MockResponse clear(Session session) {
        session.exchanges().clear();
        control.events().onCleared(session);
        return ControlApi.DONE;
    }

    MockResponse get(Session session, CallValues call) {
        return ControlApi.json(ExchangeJson.detail(exchange(session, call)));
    }

    MockResponse replay(Session session, CallValues call) {
        Exchange again = control.exchange(
                operations.mock().get(), exchange(session, call).explanation().request());
        return ControlApi.json(ExchangeJson.summary(again));
    }

    private static Exchange exchange(Session session, CallValues call) {
        long number = call.parameter("number").asLong(0);
        return session.exchanges()
                .get(number)
                .orElseThrow(() -> new RefusedCallException(
                        404, "There is no request " + number + " (any more): the last 200 of a session are kept."));
    }
}
