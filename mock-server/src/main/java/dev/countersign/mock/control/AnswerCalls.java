package dev.countersign.mock.control;

import dev.countersign.mock.exchange.MockResponse;
import dev.countersign.openapi.contract.Contract;
import dev.countersign.openapi.contract.Operation;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The calls of the control API that are about operations and the answers that they are switched to. */
record AnswerCalls(Operations operations, Events events, InstantSource clock) {
    MockResponse list(Session session) {
        Contract served = operations.contract();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("title", served.title());
        json.put("version", served.version());
        ArrayNode list = json.putArray("operations");
        served.operations().forEach(operation -> list.add(OperationJson.of(operation, session.answers())));
        return ControlApi.json(json);
    }

    MockResponse switchAnswer(Session session, CallValues call) {
        put(session, operation(call), List.of(call.body()));
        return ControlApi.json(call.body());
    }

    MockResponse set(Session session, CallValues call) {
        put(session, operation(call), call.body().path("answers").valueStream().toList());
        return ControlApi.json(call.body());
    }

    private Operation operation(CallValues call) {
        return operations.named(call.parameter("operation").asString(""), 404);
    }

    /** All of them or none. */
    private void put(Session session, Operation operation, List<JsonNode> asked) {
        List<String> faults = new ArrayList<>();
        List<SwitchedAnswer> answers = asked.stream()
                .map(each -> SwitchedAnswer.of(each.asObject(), clock))
                .toList();
        answers.forEach(answer ->
                faults.addAll(new AnswerCheck(operation, operations.mock().get()).faults(answer)));
        if (!faults.isEmpty()) {
            throw new RefusedCallException(String.join(" ", faults));
        }
        session.answers().put(operation, answers);
        events.onAnswers(session);
    }

    MockResponse clear(Session session, CallValues call) {
        session.answers().remove(operation(call));
        events.onAnswers(session);
        return ControlApi.DONE;
    }

    void clear(Session session) {
        session.answers().clear();
        events.onAnswers(session);
    }
}
