package dev.countersign.openapi.codegen;

import dev.countersign.openapi.contract.Example;
import dev.countersign.openapi.contract.MediaTypeSpec;
import dev.countersign.openapi.contract.Operation;
import dev.countersign.openapi.contract.Parameter;
import dev.countersign.openapi.contract.SchemaNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Adds to an operation what its documentation page shows: a call with the contract's values, and an answer. */
final class CallExample {
    /** A longer call is not read, and a much longer one is more than a Java method may hold. */
    private static final int LONGEST = 8_000;

    private final TypeResolver resolver;
    private final ExampleCode code;

    CallExample(TypeResolver resolver) {
        this.resolver = resolver;
        this.code = new ExampleCode(resolver);
    }

    void describe(ObjectNode target, Operation operation) {
        String call = arguments(target, operation)
                .map(arguments -> call(target, String.join(", ", arguments)))
                .filter(each -> each.length() <= LONGEST)
                .orElse("");
        target.put("hasExample", !call.isEmpty());
        target.put("exampleCall", call);
        String answer = operation.responses().stream()
                .filter(response -> response.status().startsWith("2"))
                .flatMap(response -> response.content().stream())
                .flatMap(media -> media.examples().stream())
                .flatMap(example -> example.value().stream())
                .map(JsonNode::toPrettyString)
                .findFirst()
                .orElse("");
        target.put("hasAnswer", !answer.isEmpty());
        target.put("exampleAnswer", answer);
    }

    private static String call(ObjectNode target, String arguments) {
        String call = "client." + target.path("accessor").stringValue() + "()."
                + target.path("name").stringValue() + "(" + arguments + ");";
        String returned = target.path("returns").stringValue();
        if (Sequences.isStream(returned)) {
            String opened = returned + " answer = " + call.substring(0, call.length() - 1);
            return "try (" + opened + ") {\n    answer.forEach(System.out::println);\n}";
        }
        return target.path("isVoid").booleanValue() ? call : returned + " answer = " + call;
    }

    /** The required arguments in order; absent where one has no example. */
    private Optional<List<String>> arguments(ObjectNode target, Operation operation) {
        List<String> arguments = new ArrayList<>();
        for (JsonNode argument : target.path("required")) {
            Optional<String> value =
                    argument.path("isBody").booleanValue() ? body(target, operation) : parameter(operation, argument);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            arguments.add(value.get());
        }
        return Optional.of(arguments);
    }

    private Optional<String> body(ObjectNode target, Operation operation) {
        if (target.path("bodyFactory").stringValue().equals(BodyKind.BINARY.factory)) {
            return Optional.empty();
        }
        return operation
                .requestBody()
                .flatMap(body -> BodyKind.preferred(body.content()))
                .flatMap(this::value);
    }

    private Optional<String> value(MediaTypeSpec media) {
        Optional<JsonNode> value = media.schema().flatMap(schema -> first(media.examples(), schema));
        return BodyKind.of(media) == BodyKind.TEXT
                ? value.filter(JsonNode::isString).map(text -> JavaText.literal(text.stringValue()))
                : value.flatMap(each -> code.of(media.schema().orElseThrow(), each));
    }

    private Optional<String> parameter(Operation operation, JsonNode argument) {
        String name = argument.path("wire").stringValue();
        String in = argument.path("in").stringValue();
        boolean text = argument.path("type").stringValue().equals("String");
        return operation.parameters().stream()
                .filter(each -> each.name().equals(name) && each.in().name().equalsIgnoreCase(in))
                .findFirst()
                .flatMap(each -> each.schema().flatMap(schema -> ofParameter(each, schema, text)));
    }

    private Optional<String> ofParameter(Parameter parameter, SchemaNode schema, boolean text) {
        return first(parameter.examples(), schema)
                .flatMap(value -> text && value.isString()
                        ? Optional.of(JavaText.literal(value.stringValue()))
                        : code.of(schema, value));
    }

    private Optional<JsonNode> first(List<Example> examples, SchemaNode schema) {
        Stream<JsonNode> given = examples.stream().flatMap(example -> example.value().stream());
        return given.findFirst().or(() -> sampleOf(schema));
    }

    private Optional<JsonNode> sampleOf(SchemaNode schema) {
        SchemaNode target = resolver.document().followed(schema).orElse(schema);
        return target.node() instanceof ObjectNode object ? ExampleCode.sample(object) : Optional.empty();
    }
}
