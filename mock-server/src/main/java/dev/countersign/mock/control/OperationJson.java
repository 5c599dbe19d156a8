package dev.countersign.mock.control;

import dev.countersign.openapi.contract.Example;
import dev.countersign.openapi.contract.Operation;
import dev.countersign.openapi.contract.ResponseSpec;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** An operation in the words of {@code control.yaml}. */
final class OperationJson {
    private OperationJson() {}

    static ObjectNode of(Operation operation, Answers answers) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", operation.id());
        json.put("method", operation.method());
        json.put("path", operation.path());
        if (!operation.summary().isEmpty()) {
            json.put("summary", operation.summary());
        }
        json.put("deprecated", operation.deprecated());
        ArrayNode documented = json.putArray("answers");
        for (ResponseSpec response : operation.responses()) {
            ObjectNode answer = documented.addObject();
            answer.put("status", response.status());
            ArrayNode names = answer.putArray("examples");
            examples(response).forEach(names::add);
        }
        List<SwitchedAnswer> switched = answers.get(operation);
        if (!switched.isEmpty()) {
            ArrayNode list = json.putArray("switched");
            switched.forEach(answer -> list.add(answer.json()));
        }
        return json;
    }

    /** The names of a response's examples, in whichever media type. */
    static Set<String> examples(ResponseSpec response) {
        return response.content().stream()
                .flatMap(content -> content.examples().stream())
                .map(Example::name)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
