package dev.countersign.openapi.codegen;

import dev.countersign.openapi.contract.Example;
import dev.countersign.openapi.contract.MediaTypeSpec;
import dev.countersign.openapi.contract.Operation;
import dev.countersign.openapi.contract.ResponseSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Describes a method for each example of the contract's bodies: for tests, which want typed values of them. */
final class ExampleMethods {
    /** Of a literal, a class file holds 65,535 bytes at most. */
    private static final int LONGEST_LITERAL = 10_000;

    private final TypeResolver resolver;
    private final Imports imports = new Imports();
    private final List<ObjectNode> operations = new ArrayList<>();

    ExampleMethods(TypeResolver resolver) {
        this.resolver = resolver;
    }

    /** Adds the examples of an operation, if it has any. */
    void add(Operation operation, String name) {
        String className = JavaNames.type(name);
        DistinctNames names = DistinctNames.ofMembers(Reserved.operations());
        ObjectNode described = JsonNodeFactory.instance.objectNode();
        ArrayNode methods = described.putArray("methods");
        for (ResponseSpec response : operation.responses()) {
            Optional<MediaTypeSpec> media = Responses.WITHOUT_CONTENT.contains(response.status())
                    ? Optional.empty()
                    : BodyKind.preferred(response.content());
            for (Example example : media.map(MediaTypeSpec::examples).orElse(List.of())) {
                String status = JavaNames.type(response.status()).replaceFirst("^Model(?=\\d)", "");
                String plain = example.name().isEmpty() ? "status" + status : JavaNames.member(example.name());
                String free = names.isFree(plain) ? plain : plain + status;
                String hint = className + status + "Response";
                method(media.get(), example, hint, "What status " + response.status() + " is answered with")
                        .ifPresent(method -> methods.add(method.put("java", names.take(free, "_"))));
            }
        }
        operation
                .requestBody()
                .ifPresent(body -> BodyKind.preferred(body.content())
                        .ifPresent(media -> media.examples().forEach(example -> {
                            String plain =
                                    example.name().isEmpty() ? "request" : JavaNames.member(example.name()) + "Request";
                            method(media, example, className + "Request", "What is sent")
                                    .ifPresent(method -> methods.add(method.put("java", names.take(plain, "_"))));
                        })));
        if (!methods.isEmpty()) {
            described.put("name", name);
            described.put("class", resolver.models().name(className + "Examples"));
            described.put("line", JavadocText.code(operation.method() + " " + operation.path()));
            operations.add(described);
        }
    }

    /** A method that returns an example; absent where there is no value, or none but bytes. */
    private Optional<ObjectNode> method(MediaTypeSpec media, Example example, String hint, String told) {
        JsonNode value = example.value().orElse(JsonNodeFactory.instance.nullNode());
        BodyKind kind = BodyKind.of(media);
        boolean text = kind == BodyKind.TEXT && value.isString();
        boolean readable = text || kind == BodyKind.JSON || (kind == BodyKind.FORM && value.isObject());
        if (value.isNull() || value.isBinary() || !readable) {
            return Optional.empty();
        }
        JavaType type = text
                ? JavaType.STRING
                : media.schema().map(schema -> resolver.resolve(schema, hint)).orElse(JavaType.ANY);
        String summary = example.summary().strip().replaceAll("\\s+", " ");
        ObjectNode method = JsonNodeFactory.instance.objectNode();
        method.put("type", type.name());
        method.put("told", told + (summary.isEmpty() ? "" : ": " + JavadocText.prose(summary)) + ".");
        String literal = literal(text ? value.stringValue() : value.toString());
        method.put("value", text ? literal : "Json.example(" + literal + ", " + type.token() + ")");
        imports.add(type.name(), type.token()).addIf(!text, "Json");
        return Optional.of(method);
    }

    private static String literal(String text) {
        List<String> parts = new ArrayList<>();
        for (int from = 0; from < text.length(); from += LONGEST_LITERAL) {
            parts.add(JavaText.literal(text.substring(from, Math.min(text.length(), from + LONGEST_LITERAL))));
        }
        return parts.size() == 1 ? parts.get(0) : "String.join(\"\", " + String.join(", ", parts) + ")";
    }

    /** Adds all of them, and what their class imports. */
    void describe(ObjectNode client) {
        ObjectNode examples = client.putObject("examples");
        ArrayNode list = examples.putArray("operations");
        operations.forEach(list::add);
        imports.describe(examples, resolver.models());
    }
}
