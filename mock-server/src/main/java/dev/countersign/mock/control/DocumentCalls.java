package dev.countersign.mock.control;

import dev.countersign.mock.exchange.MockRequest;
import dev.countersign.mock.exchange.MockResponse;
import dev.countersign.openapi.contract.Contract;
import dev.countersign.openapi.json.JsonTree;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The calls of the control API that are about the documents of the server, whatever the session. */
record DocumentCalls(List<? extends ControlledDocument> documents) {
    MockResponse list() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode list = json.putArray("documents");
        documents.forEach(document -> list.add(json(document)));
        return ControlApi.json(json);
    }

    MockResponse replace(CallValues call) {
        ControlledDocument document = named(call);
        return outcome(document, document.replace(text(call)));
    }

    MockResponse restore(CallValues call) {
        ControlledDocument document = named(call);
        return outcome(document, document.restore());
    }

    private ControlledDocument named(CallValues call) {
        String name = call.parameter("document").asString("");
        return documents.stream()
                .filter(document -> document.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new RefusedCallException(
                        404,
                        "There is no document \"" + name + "\"."
                                + Operations.hint(
                                        name,
                                        documents.stream()
                                                .map(ControlledDocument::name)
                                                .collect(Collectors.toSet()))));
    }

    /** As it was written, so that its faults are found on their lines. */
    private static String text(CallValues call) {
        MockRequest request = call.call().request();
        JsonNode read = call.body();
        if (read.isString()) {
            return read.stringValue();
        }
        return request.headers().first("Content-Encoding").isPresent()
                ? JsonTree.text(read)
                : new String(request.body(), StandardCharsets.UTF_8);
    }

    private static MockResponse outcome(ControlledDocument document, List<String> problems) {
        if (!problems.isEmpty()) {
            throw new RefusedCallException(
                    422, "The document cannot be served; what was served before still is.", problems);
        }
        return ControlApi.json(json(document));
    }

    private static ObjectNode json(ControlledDocument document) {
        Contract contract = document.mock().contract();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("name", document.name());
        json.put("title", contract.title());
        json.put("version", contract.version());
        json.put("operations", contract.operations().size());
        json.put("console", document.console());
        json.put("replaced", document.isReplaced());
        return json;
    }
}
