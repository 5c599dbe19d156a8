package dev.countersign.mock.callback;

import dev.countersign.mock.exchange.PercentEncoding;
import dev.countersign.mock.explain.Explanation;
import dev.countersign.mock.route.RouteResult;
import dev.countersign.mock.validate.Validated;
import dev.countersign.openapi.json.JsonTree;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** A value taken from an exchange (OAS 3.1 section 4.8.20.4): {@code $request.body#/callbackUrl}. */
final class RuntimeExpression {
    private RuntimeExpression() {}

    /** Replaces every {@code {$…}} in a text, or the text itself when it is an expression; empty when one has no value. */
    static Optional<String> expand(String text, Explanation exchange) {
        if (text.startsWith("$")) {
            return evaluate(text, exchange);
        }
        StringBuilder expanded = new StringBuilder();
        int position = 0;
        for (int open = text.indexOf("{$"); open >= 0; open = text.indexOf("{$", position)) {
            int close = text.indexOf('}', open);
            Optional<String> value = close < 0 ? Optional.empty() : evaluate(text.substring(open + 1, close), exchange);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            expanded.append(text, position, open).append(legal(value.get()));
            position = close + 1;
        }
        return Optional.of(expanded.append(text.substring(position)).toString());
    }

    /** What no address may hold is encoded; delimiters stay, as a value may be an address itself. */
    private static String legal(String value) {
        StringBuilder legal = new StringBuilder(value.length());
        for (byte octet : value.getBytes(StandardCharsets.UTF_8)) {
            boolean illegal = octet <= ' ' || octet == 0x7f || "\"<>\\^`{|}".indexOf(octet) >= 0;
            legal.append(illegal ? String.format("%%%02X", octet) : String.valueOf((char) octet));
        }
        return legal.toString();
    }

    private static Optional<String> evaluate(String expression, Explanation exchange) {
        if (expression.equals("$url")) {
            return Optional.of(exchange.request().path());
        }
        if (expression.equals("$method")) {
            return Optional.of(exchange.request().method());
        }
        if (expression.equals("$statusCode")) {
            return Optional.of(Integer.toString(exchange.response().status()));
        }
        if (expression.startsWith("$request.body")) {
            return pointed(exchange.validated().flatMap(Validated::body), expression);
        }
        if (expression.startsWith("$response.body")) {
            return pointed(JsonTree.of(exchange.response().body()), expression);
        }
        if (expression.startsWith("$request.header.")) {
            return exchange.request().headers().first(expression.substring("$request.header.".length()));
        }
        if (expression.startsWith("$response.header.")) {
            return exchange.response().header(expression.substring("$response.header.".length()));
        }
        if (expression.startsWith("$request.query.")) {
            return exchange.request()
                    .queryValues(expression.substring("$request.query.".length()))
                    .findFirst();
        }
        if (expression.startsWith("$request.path.") && exchange.route() instanceof RouteResult.Matched matched) {
            String name = expression.substring("$request.path.".length());
            return Optional.ofNullable(matched.pathValues().get(name)).map(PercentEncoding::decode);
        }
        return Optional.empty();
    }

    private static Optional<String> pointed(Optional<JsonNode> body, String expression) {
        int hash = expression.indexOf('#');
        String pointer = hash < 0 ? "" : expression.substring(hash + 1);
        if (body.isEmpty() || !pointer.isEmpty() && !pointer.startsWith("/")) {
            return Optional.empty();
        }
        JsonNode value = body.get().at(pointer);
        return value.isMissingNode() || value.isNull()
                ? Optional.empty()
                : Optional.of(value.isValueNode() ? value.asString() : value.toString());
    }
}
