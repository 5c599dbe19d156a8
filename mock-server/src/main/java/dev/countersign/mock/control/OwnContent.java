package dev.countersign.mock.control;

import dev.countersign.mock.choose.Choice;
import dev.countersign.mock.exchange.Header;
import dev.countersign.mock.exchange.MediaType;
import dev.countersign.mock.exchange.MockResponse;
import dev.countersign.mock.explain.Explanation;
import dev.countersign.openapi.json.JsonTree;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;

/**
 * What a switched answer holds instead of what the document says.
 *
 * @param status a status that the document does not have; absent when the answer's status is a documented one
 * @param headers in place of those of the same names
 * @param body in place of the body
 */
record OwnContent(OptionalInt status, List<Header> headers, Optional<JsonNode> body) {
    private static final String TYPE = "Content-Type";

    static Optional<OwnContent> of(JsonNode answer) {
        boolean undocumented = answer.path("undocumented").asBoolean(false) && answer.has("status");
        if (!undocumented && !answer.has("headers") && !answer.has("body")) {
            return Optional.empty();
        }
        List<Header> headers = new ArrayList<>();
        answer.path("headers")
                .forEach(each -> headers.add(new Header(
                        each.path("name").asString(), each.path("value").asString())));
        return Optional.of(new OwnContent(
                undocumented
                        ? OptionalInt.of(Integer.parseInt(answer.path("status").asString()))
                        : OptionalInt.empty(),
                headers,
                Optional.ofNullable(answer.get("body"))));
    }

    /** The exchange with this content, unless its request was refused and this is no error. */
    Explanation in(Explanation exchange) {
        boolean answered = exchange.choice()
                .filter(choice ->
                        choice instanceof Choice.Documented documented && documented.purpose() == Choice.Purpose.ANSWER)
                .isPresent();
        if (!answered && status.orElse(0) < 400) {
            return exchange;
        }
        boolean bodiless = exchange.request().method().equals("HEAD");
        return exchange.with(in(exchange.response(), bodiless));
    }

    /** A response with this content in place of its own. */
    MockResponse in(MockResponse base, boolean bodiless) {
        List<Header> fields = new ArrayList<>(status.isPresent() ? List.of() : base.headers());
        fields.removeIf(field -> headers.stream().anyMatch(own -> own.name().equalsIgnoreCase(field.name())));
        fields.addAll(headers);
        if (body.isEmpty()) {
            byte[] bytes = status.isPresent() ? new byte[0] : base.body();
            return new MockResponse(status.orElse(base.status()), fields, bytes);
        }
        if (fields.stream().noneMatch(field -> field.name().equalsIgnoreCase(TYPE))) {
            fields.add(new Header(TYPE, "application/json"));
        }
        MockResponse head = new MockResponse(status.orElse(base.status()), fields, new byte[0]);
        return bodiless ? head : new MockResponse(head.status(), fields, bytes(head, body.get()));
    }

    private static byte[] bytes(MockResponse head, JsonNode body) {
        boolean json = head.header(TYPE)
                .flatMap(MediaType::parse)
                .filter(MediaType::isJson)
                .isPresent();
        return body.isString() && !json ? body.asString().getBytes(StandardCharsets.UTF_8) : JsonTree.bytes(body);
    }

    /** Not what it holds: a body may hold secrets. */
    @Override
    public String toString() {
        return "content of its own";
    }
}
