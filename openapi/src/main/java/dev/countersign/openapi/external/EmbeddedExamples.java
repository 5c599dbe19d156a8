package dev.countersign.openapi.external;

import dev.countersign.openapi.contract.Contract;
import dev.countersign.openapi.contract.Example;
import dev.countersign.openapi.contract.MediaTypeSpec;
import dev.countersign.openapi.contract.Operation;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * A contract's document in which examples that were read from files of their own stand themselves, so that it needs no file
 * beside it: JSON as it is, text as text, and the bytes of a binary media type in Base64.
 */
public final class EmbeddedExamples {
    private static final String OCTETS =
            "(image|audio|video|font)/(?!.*xml).*|application/(octet-stream|pdf|zip|gzip|.*\\+zip|vnd\\.ms-.*|x-.*(tar|zip).*)";

    private EmbeddedExamples() {}

    /** The contract's document; the very same when it needs no file. */
    public static ObjectNode in(Contract contract) {
        List<Embedded> all = contract.operations().stream()
                .flatMap(EmbeddedExamples::of)
                .filter(each -> each.isExternalIn(contract.document()))
                .toList();
        if (all.isEmpty()) {
            return contract.document();
        }
        ObjectNode document = contract.document().deepCopy();
        all.forEach(each -> each.writeInto(document));
        return document;
    }

    private static Stream<Embedded> of(Operation operation) {
        Stream<Embedded> parameters = operation.parameters().stream()
                .flatMap(each -> Stream.concat(
                        of(each.examples(), ""), each.content().stream().flatMap(EmbeddedExamples::of)));
        Stream<Embedded> request = operation.requestBody().stream()
                .flatMap(body -> body.content().stream())
                .flatMap(EmbeddedExamples::of);
        Stream<Embedded> answers = operation.responses().stream()
                .flatMap(response -> Stream.concat(
                        response.content().stream().flatMap(EmbeddedExamples::of),
                        response.headers().stream().flatMap(header -> of(header.examples(), ""))));
        return Stream.of(parameters, request, answers).flatMap(each -> each);
    }

    /**
     * An example's value.
     *
     * @param pointer where the value is, or of an external one the example object
     */
    private record Embedded(String pointer, JsonNode value, String mediaType) {
        boolean isExternalIn(ObjectNode document) {
            JsonNode written = document.at(pointer);
            return written.has("externalValue") && !written.equals(value);
        }

        /** What is shared is met from many operations. */
        void writeInto(ObjectNode document) {
            Optional<JsonNode> embeddable = embeddable(value, mediaType);
            if (embeddable.isPresent() && document.at(pointer) instanceof ObjectNode example) {
                example.remove("externalValue");
                example.set("value", embeddable.get());
            }
        }
    }

    private static Stream<Embedded> of(MediaTypeSpec type) {
        return of(type.examples(), type.name());
    }

    private static Stream<Embedded> of(List<Example> examples, String mediaType) {
        return examples.stream()
                .flatMap(example ->
                        example.value().stream().map(value -> new Embedded(example.pointer(), value, mediaType)));
    }

    /** Absent for bytes that no text in the document would stand for. */
    private static Optional<JsonNode> embeddable(JsonNode value, String mediaType) {
        if (!value.isBinary()) {
            return Optional.of(value);
        }
        byte[] bytes = value.binaryValue();
        if (mediaType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).matches(OCTETS)) {
            return Optional.of(StringNode.valueOf(Base64.getEncoder().encodeToString(bytes)));
        }
        try {
            return Optional.of(StringNode.valueOf(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString()));
        } catch (CharacterCodingException noText) {
            return Optional.empty();
        }
    }
}
