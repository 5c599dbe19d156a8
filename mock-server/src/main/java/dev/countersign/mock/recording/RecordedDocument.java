package dev.countersign.mock.recording;

import dev.countersign.mock.CompiledContract;
import dev.countersign.mock.mask.SecretMask;
import dev.countersign.mock.sample.SampleGenerator;
import dev.countersign.openapi.contract.MediaTypeSpec;
import dev.countersign.openapi.contract.Operation;
import dev.countersign.openapi.json.Pointer;
import dev.countersign.openapi.schema.Direction;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The copy that a recording grows in: the bundled document, in one file. Confined to one thread. */
final class RecordedDocument {
    /** Enough to show what an API answers, and few enough to be read. */
    private static final int MOST_PER_BODY = 10;

    private static final String PREFIX = "recorded-";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final ObjectNode document;
    private final SecretMask mask;

    RecordedDocument(CompiledContract contract) {
        document = contract.contract().document().deepCopy();
        SampleGenerator samples = contract.samples();
        mask = new SecretMask(schema -> samples.sample(schema, Direction.RESPONSE, SampleGenerator.PLAIN));
    }

    /** Whether the value was new, and is now one of the examples of this media type. */
    boolean add(Operation operation, MediaTypeSpec documented, JsonNode answer) {
        JsonNode value =
                documented.schema().map(schema -> mask.mask(answer, schema)).orElse(answer);
        if (!(Pointer.find(document, documented.pointer()) instanceof ObjectNode mediaType)
                || !isNew(mediaType, value)) {
            return false;
        }
        ObjectNode examples = examples(mediaType);
        int number = recorded(examples) + 1;
        while (examples.has(PREFIX + number)) {
            number++;
        }
        examples.putObject(PREFIX + number)
                .put("summary", "A recorded answer to " + operation.id())
                .set("value", value);
        return true;
    }

    private static boolean isNew(ObjectNode mediaType, JsonNode value) {
        JsonNode examples = mediaType.path("examples");
        return !value.equals(mediaType.get("example"))
                && recorded(examples) < MOST_PER_BODY
                && examples.valueStream().noneMatch(example -> value.equals(example.path("value")));
    }

    private static int recorded(JsonNode examples) {
        return (int) examples.properties().stream()
                .map(Map.Entry::getKey)
                .filter(name -> name.startsWith(PREFIX))
                .count();
    }

    /** A lone {@code example} may not stand beside {@code examples} (OAS 3.1 section 4.8.14), so that it gets a name. */
    private static ObjectNode examples(ObjectNode mediaType) {
        if (mediaType.get("examples") instanceof ObjectNode examples) {
            return examples;
        }
        JsonNode lone = mediaType.remove("example");
        ObjectNode examples = mediaType.putObject("examples");
        if (lone != null) {
            examples.putObject("documented").set("value", lone);
        }
        return examples;
    }

    byte[] bytes() {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(document);
    }
}
