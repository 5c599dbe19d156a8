package dev.countersign.command.complete;

import dev.countersign.mock.sample.SampleGenerator;
import dev.countersign.openapi.check.ContractCheck;
import dev.countersign.openapi.contract.Contract;
import dev.countersign.openapi.contract.MediaTypeSpec;
import dev.countersign.openapi.contract.Operation;
import dev.countersign.openapi.contract.ResponseSpec;
import dev.countersign.openapi.contract.SchemaNode;
import dev.countersign.openapi.schema.Direction;
import dev.countersign.openapi.schema.Schemas;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The examples that requests and responses of a contract lack, made from their schemas. */
final class MissingExamples {
    /**
     * An example to be written.
     *
     * @param subject whose example it is, for a person
     * @param pointer where it belongs, in the bundled document
     * @param key under which it belongs there
     * @param value the example; fits its schema
     */
    record Missing(String subject, String pointer, String key, JsonNode value) {}

    /** A text that stands for its own bytes: what could be Base64 would stand for others. */
    private static final String NO_BASE64 = "some bytes";

    private final Schemas schemas;
    private final SampleGenerator samples;
    private final Set<String> seen = new HashSet<>();
    private final List<Missing> missing = new ArrayList<>();

    private MissingExamples(Contract contract) {
        schemas = Schemas.of(contract);
        samples = SampleGenerator.of(schemas);
    }

    static List<Missing> of(Contract contract) {
        MissingExamples examples = new MissingExamples(contract);
        contract.operations().forEach(examples::ofOperation);
        return examples.missing;
    }

    private void ofOperation(Operation operation) {
        operation
                .requestBody()
                .ifPresent(body -> ofContent(body.content(), Direction.REQUEST, "the request of " + operation.id()));
        for (ResponseSpec response : operation.responses()) {
            ofContent(
                    response.content(), Direction.RESPONSE, "response " + response.status() + " of " + operation.id());
        }
    }

    private void ofContent(List<MediaTypeSpec> content, Direction direction, String subject) {
        if (ContractCheck.lacksExample(content) && seen.add(content.get(0).pointer())) {
            MediaTypeSpec mediaType = content.get(0);
            JsonNode value = mediaType
                    .schema()
                    .filter(schema -> !isBinary(schema))
                    .map(schema -> samples.sample(schema, direction, SampleGenerator.PLAIN))
                    .orElseGet(() -> withoutSchema(mediaType));
            boolean fits = mediaType
                    .schema()
                    .map(schema -> schemas.compile(schema, direction).accepts(value))
                    .orElse(true);
            if (fits) {
                missing.add(new Missing(subject, mediaType.pointer(), "example", value));
            }
        }
    }

    private static JsonNode withoutSchema(MediaTypeSpec mediaType) {
        return mediaType.name().toLowerCase(Locale.ROOT).contains("json")
                ? JsonNodeFactory.instance.objectNode()
                : JsonNodeFactory.instance.stringNode(NO_BASE64);
    }

    private static boolean isBinary(SchemaNode schema) {
        return schema.resolved().node().path("format").stringValue("").equals("binary");
    }
}
