package dev.countersign.mock.control;

import dev.countersign.mock.exchange.Header;
import dev.countersign.mock.explain.Forwarded;
import dev.countersign.mock.explain.Step;
import dev.countersign.mock.validate.Violation;
import dev.countersign.openapi.contract.Operation;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** An exchange in the words of {@code control.yaml}: {@code Request} and {@code RequestDetail}. */
final class ExchangeJson {
    private ExchangeJson() {}

    static ObjectNode summary(Exchange exchange) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("number", exchange.number());
        json.put("time", exchange.time().toString());
        json.put("milliseconds", exchange.nanos() / 1_000_000.0);
        json.put("method", exchange.explanation().request().method());
        json.put("path", exchange.explanation().request().path());
        exchange.operation().map(Operation::id).ifPresent(id -> json.put("operation", id));
        json.put("status", exchange.status());
        json.put("accepted", exchange.isAccepted());
        json.put("outcome", exchange.outcome());
        exchange.explanation()
                .forwarded()
                .flatMap(Forwarded::upstream)
                .ifPresent(upstream -> json.put("forwardedTo", upstream));
        return json;
    }

    static ObjectNode detail(Exchange exchange) {
        MaskedExchange masked = new MaskedExchange(exchange);
        ObjectNode json = summary(exchange);
        json.put("query", masked.query());
        headers(json.putArray("headers"), masked.requestHeaders());
        json.put("body", masked.requestBody());
        ArrayNode violations = json.putArray("violations");
        exchange.explanation()
                .validated()
                .ifPresent(
                        validated -> validated.violations().forEach(each -> violation(violations.addObject(), each)));
        ArrayNode steps = json.putArray("steps");
        exchange.explanation().steps().forEach(each -> step(steps.addObject(), each));
        exchange.switched().ifPresent(answer -> step(steps.addObject(), switched(answer)));
        ObjectNode response = json.putObject("response");
        headers(response.putArray("headers"), masked.responseHeaders());
        response.put("body", masked.responseBody());
        return json;
    }

    private static Step switched(SwitchedAnswer answer) {
        return new Step(
                "switch",
                "the operation is switched to another answer",
                answer.conditions().stream().map(Condition::place).toList());
    }

    private static void headers(ArrayNode json, List<Header> headers) {
        for (Header header : headers) {
            json.addObject().put("name", header.name()).put("value", header.value());
        }
    }

    private static void violation(ObjectNode json, Violation violation) {
        json.put("in", violation.in().label());
        json.put("name", violation.name());
        json.put("pointer", violation.pointer());
        json.put("message", violation.message());
        json.put("schemaPointer", violation.schemaPointer());
    }

    private static void step(ObjectNode json, Step step) {
        json.put("step", step.name());
        json.put("outcome", step.outcome());
        ArrayNode details = json.putArray("details");
        step.details().forEach(details::add);
    }
}
