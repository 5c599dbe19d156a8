package dev.countersign.mock.explain;

import dev.countersign.mock.choose.Choice;
import dev.countersign.mock.choose.Preference;
import dev.countersign.mock.choose.Representation;
import dev.countersign.mock.route.RouteResult;
import dev.countersign.mock.validate.Validated;
import dev.countersign.mock.validate.Violation;
import dev.countersign.openapi.contract.Example;
import dev.countersign.openapi.contract.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Puts each step's result into words. */
final class Steps {
    private Steps() {}

    static List<Step> of(Explanation explanation) {
        List<Step> steps = new ArrayList<>();
        steps.add(
                explanation.isBesideTheContract()
                        ? new Step("route", "the request is for the scenario's key set", List.of())
                        : route(explanation.route()));
        explanation.validated().map(Steps::validated).ifPresent(steps::add);
        explanation.preference().map(Steps::preference).ifPresent(steps::add);
        explanation.choice().map(Steps::choice).ifPresent(steps::add);
        explanation
                .forwarded()
                .map(forwarded -> new Step(
                        "forward",
                        forwarded
                                .upstream()
                                .map(upstream -> "passed on to " + upstream)
                                .orElse("not passed on"),
                        forwarded.notes()))
                .ifPresent(steps::add);
        return steps;
    }

    private static Step route(RouteResult route) {
        if (route instanceof RouteResult.Matched matched) {
            Operation operation = matched.operation();
            return new Step(
                    "route",
                    "the request means " + operation.id() + " (" + operation.method() + " " + operation.path() + ")"
                            + (operation.deprecated() ? ", which is deprecated" : ""),
                    List.of("#" + operation.pointer()));
        }
        return route instanceof RouteResult.NotFound notFound
                ? new Step("route", "no path of the contract fits", notFound.nearMisses())
                : new Step("route", "the path has no such method", ((RouteResult.MethodNotAllowed) route).allowed());
    }

    private static Step validated(Validated validated) {
        return new Step(
                "validate",
                switch (validated.verdict()) {
                    case VALID -> "the request fits the contract";
                    case UNAUTHENTICATED -> "no alternative of the operation's security is met";
                    case FORBIDDEN -> "the token lacks a scope that the operation's security needs";
                    case TOO_LARGE -> "the body is too large";
                    case UNSUPPORTED_MEDIA_TYPE -> "the body's media type or coding is not supported";
                    case MALFORMED -> "the body cannot be read";
                    case INVALID -> "the request does not fit the contract";
                    case TOO_EXPENSIVE -> "to check the request takes too much work";
                },
                Stream.concat(validated.violations().stream(), validated.notes().stream())
                        .map(Violation::sentence)
                        .toList());
    }

    private static Step preference(Preference preference) {
        String applied = preference.applied();
        return new Step(
                "prefer", applied.isEmpty() ? "the request asks for nothing in particular" : applied, List.of());
    }

    private static Step choice(Choice choice) {
        if (choice instanceof Choice.Documented documented) {
            Representation representation = documented.representation();
            List<String> details = new ArrayList<>();
            details.add("#" + representation.response().pointer());
            representation.mediaType().ifPresent(type -> details.add("media type " + type.name()));
            representation
                    .mediaType()
                    .ifPresent(type -> details.add(
                            representation.isKept()
                                    ? representation
                                            .example()
                                            .map(Steps::example)
                                            .orElse("no example: a generated body")
                                    : "a body made for this request"));
            representation.response().links().forEach((name, link) -> details.add(link(name, link)));
            return new Step("choose", documented.status() + ": " + documented.rule(), details);
        }
        if (choice instanceof Choice.Undocumented undocumented) {
            return new Step(
                    "choose",
                    "404: the " + undocumented.preference() + " asked for is not documented",
                    undocumented.available());
        }
        return choice instanceof Choice.NotAcceptable notAcceptable
                ? new Step("choose", "406: the client takes none of the media types", notAcceptable.available())
                : new Step(
                        "choose",
                        ((Choice.Refused) choice).status() + ": the contract does not document such an answer",
                        ((Choice.Refused) choice)
                                .bare().stream()
                                        .map(bare -> "#" + bare.response().pointer() + " has no content")
                                        .toList());
    }

    /** A link leads where its author says; its expressions are the client's to evaluate (OAS 3.1 section 4.8.20). */
    private static String link(String name, JsonNode link) {
        StringBuilder text = new StringBuilder("link \"")
                .append(name)
                .append("\" leads to ")
                .append(link.path("operationId")
                        .asString(link.path("operationRef").asString("nowhere")));
        String before = " with ";
        for (Map.Entry<String, JsonNode> parameter : link.path("parameters").properties()) {
            text.append(before).append(parameter.getKey()).append(" = ").append(plain(parameter.getValue()));
            before = ", ";
        }
        if (link.has("requestBody")) {
            text.append(before).append("the body ").append(plain(link.path("requestBody")));
        }
        return text.toString();
    }

    private static String plain(JsonNode value) {
        return value.isString() ? value.stringValue() : value.toString();
    }

    private static String example(Example example) {
        return (example.name().isEmpty() ? "the example" : "the example \"" + example.name() + "\"") + " at #"
                + example.pointer();
    }
}
