package dev.countersign.mock.state.scenario;

import dev.countersign.mock.state.scenario.Rule.Named;
import dev.countersign.openapi.contract.Example;
import dev.countersign.openapi.contract.Operation;
import dev.countersign.openapi.contract.ResponseSpec;
import dev.countersign.openapi.json.Pointer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Reads what a rule answers: a documented status and example, or a body of its own. */
record AnswerReader(Operation operation, ExpressionReader expressions) {
    RuleAnswer read(JsonNode answer, String pointer) {
        Optional<String> status = text(answer.path("status"));
        Optional<String> example = text(answer.path("example"));
        check(status, example, pointer);
        Optional<Template> body = answer.has("body")
                ? Optional.of(expressions.template(answer.get("body"), pointer + "/body"))
                : Optional.empty();
        List<Named<Template>> with = new ArrayList<>();
        for (Map.Entry<String, JsonNode> each : answer.path("with").properties()) {
            String place = Pointer.child(pointer + "/with", each.getKey());
            with.add(new Named<>(each.getKey(), expressions.template(each.getValue(), place)));
        }
        Map<String, Template> headers = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> each : answer.path("headers").properties()) {
            String place = Pointer.child(pointer + "/headers", each.getKey());
            headers.put(each.getKey(), expressions.template(each.getValue(), place));
        }
        return new RuleAnswer(status, example, body, with, headers);
    }

    private static Optional<String> text(JsonNode value) {
        return value.isMissingNode() ? Optional.empty() : Optional.of(value.asString(""));
    }

    private void check(Optional<String> status, Optional<String> example, String pointer) {
        List<ResponseSpec> responses = operation.responses().stream()
                .filter(response -> status.map(code -> response.covers(code)).orElse(true))
                .toList();
        if (responses.isEmpty()) {
            Set<String> documented =
                    operation.responses().stream().map(ResponseSpec::status).collect(Collectors.toSet());
            expressions
                    .faults()
                    .unknown(
                            pointer + "/status",
                            "documented status of " + operation.id(),
                            status.orElse(""),
                            documented);
            return;
        }
        Set<String> names = responses.stream()
                .flatMap(response -> response.content().stream())
                .flatMap(content -> content.examples().stream())
                .map(Example::name)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toSet());
        if (example.isPresent() && !names.contains(example.get())) {
            String of = status.map(code -> "status " + code + " of ").orElse("") + operation.id();
            expressions.faults().unknown(pointer + "/example", "example of " + of, example.get(), names);
        }
    }
}
