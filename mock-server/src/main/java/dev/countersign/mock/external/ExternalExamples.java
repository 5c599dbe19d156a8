package dev.countersign.mock.external;

import dev.countersign.mock.exchange.MediaType;
import dev.countersign.openapi.LoadOptions;
import dev.countersign.openapi.LoadedContract;
import dev.countersign.openapi.contract.Contract;
import dev.countersign.openapi.contract.Example;
import dev.countersign.openapi.contract.Problem;
import dev.countersign.openapi.document.Origins;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.BinaryNode;
import tools.jackson.databind.node.StringNode;

/**
 * Reads what examples refer to with {@code externalValue} (OAS 3.1 section 4.8.19). A JSON body becomes an example like
 * any other; every other body stays the bytes that it is, as a binary node. An example that cannot be read keeps no
 * value, so that a sample is generated in its place, and a warning says why.
 */
public final class ExternalExamples {
    private final Origins origins;
    private final ExternalFiles files;
    private final Set<Problem> problems = new LinkedHashSet<>();
    private final JsonMapper mapper = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    /** What is shared is met from many operations, and a network that does not answer is waited for once. */
    private final Map<String, Example> known = new HashMap<>();

    private ExternalExamples(Origins origins, ExternalFiles files) {
        this.origins = origins;
        this.files = files;
    }

    /**
     * The same contract with the values of its external examples, and with a warning for each that cannot be read.
     *
     * @param document the document as it was named when it was loaded: a file or an address
     * @param options what the document may reach, as for its references
     */
    public static LoadedContract read(LoadedContract loaded, String document, LoadOptions options) {
        if (hasNone(loaded)) {
            return loaded;
        }
        ExternalExamples reader = new ExternalExamples(loaded.origins(), new ExternalFiles(document, options));
        Contract contract = ContractExamples.map(loaded.contract(), reader::readOnce);
        List<Problem> all = new ArrayList<>(loaded.problems());
        all.addAll(reader.problems);
        return new LoadedContract(contract, all, loaded.origins());
    }

    /** The same contract without the examples that are bytes, which no schema describes; for checking the others. */
    public static LoadedContract withoutBytes(LoadedContract loaded) {
        if (hasNone(loaded)) {
            return loaded;
        }
        Contract contract = ContractExamples.map(
                loaded.contract(),
                (example, type) -> example.value().filter(JsonNode::isBinary).isPresent()
                        ? ContractExamples.withValue(example, Optional.empty())
                        : example);
        return new LoadedContract(contract, loaded.problems(), loaded.origins());
    }

    /** Nearly all documents, whose start is not to pay for the others. */
    private static boolean hasNone(LoadedContract loaded) {
        return loaded.contract().document().findValue("externalValue") == null;
    }

    private Example readOnce(Example example, String mediaType) {
        if (example.value().isPresent() || example.externalValue().isEmpty()) {
            return example;
        }
        String key = mediaType + " " + example.pointer();
        Example read = known.get(key);
        if (read == null) {
            read = read(example, example.externalValue().get(), mediaType);
            known.put(key, read);
        }
        return read;
    }

    private Example read(Example example, String reference, String mediaType) {
        Problem.Place place = origins.place(example.pointer());
        try {
            byte[] bytes = files.read(place.file(), reference);
            if (mediaType.isEmpty()) {
                return ContractExamples.withValue(example, Optional.of(plain(bytes)));
            }
            boolean json = MediaType.parse(mediaType).filter(MediaType::isJson).isPresent();
            return ContractExamples.withValue(example, Optional.of(json ? json(bytes) : BinaryNode.valueOf(bytes)));
        } catch (UnreadableExampleException e) {
            warn(place, reference, e.why(), e.fix());
        }
        return example;
    }

    /** Of a parameter or header: JSON where it is some, else the text. */
    private JsonNode plain(byte[] bytes) {
        try {
            return json(bytes);
        } catch (UnreadableExampleException notJson) {
            return StringNode.valueOf(new String(bytes, StandardCharsets.UTF_8).strip());
        }
    }

    private JsonNode json(byte[] bytes) throws UnreadableExampleException {
        try {
            JsonNode value = mapper.readTree(bytes);
            if (!value.isMissingNode()) {
                return value;
            }
        } catch (JacksonException notJson) {
            // Told below, like an empty file.
        }
        throw new UnreadableExampleException("it is not well-formed JSON", "Mend the file, or the media type.");
    }

    /** What follows a question mark may be a signature, which gives access. */
    private void warn(Problem.Place place, String reference, String why, String fix) {
        problems.add(new Problem(
                Problem.Severity.WARNING,
                place,
                "The external example \"" + reference.replaceFirst("[?#].*", "") + "\" is not served: " + why + ".",
                fix));
    }
}
