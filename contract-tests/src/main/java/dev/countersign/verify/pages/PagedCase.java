package dev.countersign.verify.pages;

import dev.countersign.openapi.contract.Example;
import dev.countersign.openapi.contract.Operation;
import dev.countersign.openapi.contract.Pagination;
import dev.countersign.openapi.contract.Parameter;
import dev.countersign.verify.cases.Argument;
import dev.countersign.verify.cases.Body;
import dev.countersign.verify.cases.TestCase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A case whose list is asked for one item at a time.
 *
 * @param request what is asked: required values, and pages of one item
 * @param pages what is on the first two pages
 * @param obstacle why that cannot be asked; absent when it can
 */
record PagedCase(TestCase request, List<List<JsonNode>> pages, Optional<String> obstacle) {

    static PagedCase of(TestCase success) {
        Operation operation = success.operation();
        Pagination pagination = operation.pagination().orElseThrow();
        JsonNode items = success.answer().body().map(Body::value).orElse(JsonNodeFactory.instance.missingNode());
        for (String name : pagination.items()) {
            items = items.path(name);
        }
        if (pagination.size().isEmpty()) {
            return without(success, "no parameter says how many items a page has");
        }
        if (pagination.parameter().isEmpty()) {
            return without(success, "no parameter says which page is wanted, so that the mock server has one only");
        }
        if (items.size() < 2) {
            return without(success, "its first example has fewer than two items");
        }
        if (namesItsAnswer(operation)) {
            return without(success, "its requests are examples of the same names as its answers, which stay whole");
        }
        List<Argument> arguments = new ArrayList<>();
        for (Argument argument : success.arguments()) {
            Parameter parameter = argument.parameter();
            boolean position = parameter.equals(pagination.parameter().get());
            if (parameter.required()
                    && !position
                    && !parameter.equals(pagination.size().get())) {
                arguments.add(argument);
            }
        }
        arguments.add(new Argument(pagination.size().get(), JsonNodeFactory.instance.numberNode(1)));
        return new PagedCase(
                success.withArguments(arguments),
                List.of(List.of(items.get(0)), List.of(items.get(1))),
                Optional.empty());
    }

    private static PagedCase without(TestCase success, String reason) {
        return new PagedCase(success, List.of(), Optional.of(reason));
    }

    private static boolean namesItsAnswer(Operation operation) {
        Stream<Example> ofParameters =
                operation.parameters().stream().flatMap(parameter -> parameter.examples().stream());
        Stream<Example> ofBody = operation.requestBody().stream()
                .flatMap(body -> body.content().stream())
                .flatMap(media -> media.examples().stream());
        return Stream.concat(ofParameters, ofBody)
                .anyMatch(example -> !example.name().isEmpty());
    }
}
