package dev.countersign.verify.cases;

import dev.countersign.openapi.contract.HeaderSpec;
import dev.countersign.openapi.contract.MediaTypeSpec;
import dev.countersign.openapi.contract.SchemaNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** The header fields that a contract documents for an answer (OAS 3.1 section 4.8.21). */
public final class AnswerHeaders {
    /** What frames a message is the server's business, and not the contract's. */
    private static final Set<String> FRAMING = Set.of(
            "connection", "content-encoding", "content-length", "content-type", "date", "trailer", "transfer-encoding");

    private final Samples samples;

    /** Of a contract with these samples. */
    public AnswerHeaders(Samples samples) {
        this.samples = samples;
    }

    /** The documented fields of a case's answer. */
    public List<HeaderSpec> of(TestCase testCase) {
        return testCase.response().headers().stream()
                .filter(header -> header.name().matches("[A-Za-z0-9!#$%&'*+.^_`|~-]+"))
                .filter(header -> !FRAMING.contains(header.name().toLowerCase(Locale.ROOT)))
                .toList();
    }

    /** The names of the fields that a mock server has to send. */
    public List<String> promised(TestCase testCase) {
        return of(testCase).stream()
                .filter(header ->
                        header.required() || examples(header).findAny().isPresent())
                .map(HeaderSpec::name)
                .toList();
    }

    /** A text that a field may have: an example's, or one of its schema. */
    public String text(HeaderSpec header) {
        return examples(header)
                .findFirst()
                .orElseGet(() -> schema(header)
                        .map(schema -> text(header, samples.response(schema)))
                        .orElse("any"));
    }

    /**
     * What is wrong with the fields of an answer, one line each.
     *
     * @param found the values of a field, by its name
     * @param literal whether a field with examples has to be there, and has to be one of them
     */
    public List<String> faults(TestCase testCase, Function<String, List<String>> found, boolean literal) {
        List<String> faults = new ArrayList<>();
        for (HeaderSpec header : of(testCase)) {
            List<String> values = found.apply(header.name());
            List<String> examples = examples(header).toList();
            boolean wanted = header.required() || (literal && !examples.isEmpty());
            if (values.isEmpty() && wanted) {
                faults.add("header " + header.name() + ": there is none");
            } else if (!values.isEmpty() && literal && !examples.isEmpty()) {
                if (examples.stream().noneMatch(example -> says(header.name(), example, values))) {
                    faults.add("header " + header.name() + ": expected " + String.join(" or ", examples) + ", but was "
                            + String.join(",", values));
                }
            } else if (!values.isEmpty()) {
                schema(header)
                        .flatMap(schema -> fault(schema, values.get(0)))
                        .ifPresent(
                                fault -> faults.add("header " + header.name() + ": does not fit its schema: " + fault));
            }
        }
        return faults;
    }

    /**
     * Whether a field says what an example says. {@code Vary} and the lists of CORS name things in any order, and a server
     * may add what its own layers depend on (RFC 9110 section 12.5.5).
     */
    private static boolean says(String name, String example, List<String> values) {
        String found = tight(String.join(",", values));
        if (name.equalsIgnoreCase("Access-Control-Allow-Origin")) {
            return true; // A server that knows CORS answers with the caller's own origin.
        }
        if (!name.equalsIgnoreCase("Vary") && !name.toLowerCase(Locale.ROOT).startsWith("access-control-")) {
            return tight(example).equals(found);
        }
        List<String> named = List.of(found.toLowerCase(Locale.ROOT).split(","));
        return named.containsAll(List.of(tight(example).toLowerCase(Locale.ROOT).split(",")));
    }

    /** The space around a comma means nothing (RFC 9110 section 5.6.1). */
    private static String tight(String text) {
        return text.replaceAll("\\s*,\\s*", ",");
    }

    /** A field has no types: its text fits when it does in any way in which it can be read. */
    private Optional<String> fault(SchemaNode schema, String text) {
        List<Optional<String>> faults = readings(text)
                .map(value -> samples.responseFault(schema, value))
                .toList();
        boolean mayBeObject = text.contains(",") || text.contains("=");
        return mayBeObject || faults.stream().anyMatch(Optional::isEmpty) ? Optional.empty() : faults.get(0);
    }

    /** As what it spells in JSON, as a text, and as a list of either. */
    private static Stream<JsonNode> readings(String text) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        return Stream.of(
                spelt(text),
                json.stringNode(text),
                json.arrayNode()
                        .addAll(Stream.of(text.split(","))
                                .map(AnswerHeaders::spelt)
                                .toList()),
                json.arrayNode()
                        .addAll(Stream.of(text.split(",")).map(json::stringNode).toList()));
    }

    private static JsonNode spelt(String text) {
        try {
            return JsonMapper.shared().readTree(text);
        } catch (JacksonException e) {
            return JsonNodeFactory.instance.stringNode(text);
        }
    }

    private static Stream<String> examples(HeaderSpec header) {
        return Stream.concat(
                        header.examples().stream(),
                        header.content().map(MediaTypeSpec::examples).stream().flatMap(List::stream))
                .flatMap(example -> example.value().stream())
                .map(value -> text(header, value));
    }

    private static Optional<SchemaNode> schema(HeaderSpec header) {
        return header.schema().or(() -> header.content().flatMap(MediaTypeSpec::schema));
    }

    /** The style of a header field is always simple. */
    private static String text(HeaderSpec header, JsonNode value) {
        if (header.content().isPresent() || !value.isContainer()) {
            return header.content().isPresent() ? value.toString() : StyledText.text(value);
        }
        return value.isArray()
                ? value.valueStream().map(StyledText::text).collect(Collectors.joining(","))
                : value.properties().stream()
                        .map(p -> p.getKey() + (header.explode() ? "=" : ",") + StyledText.text(p.getValue()))
                        .collect(Collectors.joining(","));
    }
}
