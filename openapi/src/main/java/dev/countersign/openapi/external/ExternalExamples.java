package dev.countersign.openapi.external;

import dev.countersign.openapi.ContractLoader;
import dev.countersign.openapi.LoadOptions;
import dev.countersign.openapi.LoadedContract;
import dev.countersign.openapi.contract.ExternalValues;
import dev.countersign.openapi.contract.Problem;
import dev.countersign.openapi.json.JsonTree;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BinaryNode;
import tools.jackson.databind.node.StringNode;

/**
 * Reads what examples refer to with {@code externalValue} (OAS 3.1 section 4.8.19), while their document is loaded. A JSON body
 * becomes an example like any other; every other body stays the bytes that it is, as a binary node. An example that cannot
 * be read keeps no value, so that a sample is generated in its place, and a warning says why. For one load.
 */
public final class ExternalExamples implements ExternalValues {
    private final LoadOptions options;
    private final ExternalFiles files;
    private final Set<Problem> problems = new LinkedHashSet<>();
    /** What is shared is met from many operations, and a network that does not answer is waited for once. */
    private final Map<Known, Optional<JsonNode>> known = new HashMap<>();

    private record Known(String reference, String mediaType, Problem.Place holder) {}

    /**
     * A reader.
     *
     * @param document the document as it is named when it is loaded: a file or an address
     * @param options what the document may reach, as for its references
     */
    public ExternalExamples(String document, LoadOptions options) {
        this.options = options;
        this.files = new ExternalFiles(document, options);
    }

    /** Loads a document with its external examples; those that cannot be read are its last problems. */
    public static LoadedContract load(Path document, LoadOptions options) {
        ExternalExamples examples = new ExternalExamples(document.toString(), options);
        LoadedContract loaded = ContractLoader.load(document, examples.options());
        List<Problem> all = new ArrayList<>(loaded.problems());
        all.addAll(examples.problems());
        return new LoadedContract(loaded.contract(), all, loaded.origins());
    }

    /** The options to load the document with. */
    public LoadOptions options() {
        return options.withExternals(this);
    }

    /** A warning for each example that could not be read, in the order of the document. */
    public List<Problem> problems() {
        return List.copyOf(problems);
    }

    @Override
    public Optional<JsonNode> read(String reference, String mediaType, Problem.Place holder) {
        Known key = new Known(reference, mediaType, holder);
        Optional<JsonNode> read = known.get(key);
        if (read == null) {
            read = readNew(reference, mediaType, holder);
            known.put(key, read);
        }
        return read;
    }

    private Optional<JsonNode> readNew(String reference, String mediaType, Problem.Place holder) {
        try {
            byte[] bytes = files.read(holder.file(), reference);
            if (mediaType.isEmpty()) {
                return Optional.of(plain(bytes));
            }
            return Optional.of(isJson(mediaType) ? json(bytes) : BinaryNode.valueOf(bytes));
        } catch (UnreadableExampleException e) {
            warn(holder, reference, e.why(), e.fix());
            return Optional.empty();
        }
    }

    /** JSON itself, or a type with the suffix {@code +json} (RFC 6839 section 3.1). */
    private static boolean isJson(String mediaType) {
        return mediaType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).matches(".+[/+]json");
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
        try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), bytes)) {
            JsonNode value = JsonTree.read(parser);
            if (!value.isMissingNode()) {
                return value;
            }
        } catch (JacksonException notJson) {
            // Reported below, like an empty file.
        }
        throw new UnreadableExampleException("it is not well-formed JSON", "Correct the file, or the media type.");
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
