package dev.countersign.mock.cli;

import dev.countersign.mock.Mock;
import dev.countersign.mock.callback.OutgoingCall;
import dev.countersign.mock.exchange.Header;
import dev.countersign.mock.exchange.MockRequest;
import dev.countersign.mock.exchange.MockResponse;
import dev.countersign.mock.exchange.PercentEncoding;
import dev.countersign.mock.render.ProblemBody;
import dev.countersign.mock.server.CallbackSender;
import dev.countersign.openapi.json.JsonTree;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Sends webhooks on demand, as no request of the API occasions them: {@code GET} on {@value #PATH} lists them, {@code POST}
 * on {@code PATH/NAME?url=ADDRESS} sends one.
 */
record WebhookSender(CallbackSender sender) {
    /** No API of the mocked contract: the prefix is the one that query parameters for the mock have. */
    static final String PATH = "/__webhooks";

    static boolean isMeantBy(MockRequest request) {
        return request.path().equals(PATH) || request.path().startsWith(PATH + "/");
    }

    MockResponse answer(List<Mock> mocks, MockRequest request) {
        String name = PercentEncoding.decode(request.path().substring(PATH.length()));
        boolean named = name.length() > 1;
        String method = named ? "POST" : "GET";
        if (!request.method().equals(method)) {
            return ProblemBody.of(405, "Use " + method + " here.").response().with(new Header("Allow", method));
        }
        if (!named) {
            return list(names(mocks));
        }
        String address = request.queryValues("url").findFirst().orElse("");
        List<OutgoingCall> calls = mocks.stream()
                .map(mock -> mock.webhook(name.substring(1), address))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
        if (calls.isEmpty()) {
            return ProblemBody.of(404, "The document has no such webhook.")
                    .list("available", names(mocks))
                    .response();
        }
        for (OutgoingCall call : calls) {
            CompletableFuture<Integer> sent = sender.send(call);
            if (sent.isDone() && sent.join() == 0) {
                return ProblemBody.of(
                                400,
                                "The webhook is not sent. Name an http(s) address of this machine with ?url=, or start"
                                        + " with --callbacks=anywhere.")
                        .response();
            }
        }
        return new MockResponse(202, List.of(), new byte[0]);
    }

    private static List<String> names(List<Mock> mocks) {
        return mocks.stream().flatMap(mock -> mock.webhooks().stream()).toList();
    }

    private static MockResponse list(List<String> names) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        names.forEach(array::add);
        return new MockResponse(200, List.of(new Header("Content-Type", "application/json")), JsonTree.bytes(array));
    }
}
