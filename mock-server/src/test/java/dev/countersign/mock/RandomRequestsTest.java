package dev.countersign.mock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.mock.choose.Bodies;
import dev.countersign.mock.explain.Explanation;
import dev.countersign.mock.validate.Validated;
import dev.countersign.mock.validate.Validated.Verdict;
import dev.countersign.mock.validate.Violation;
import dev.countersign.openapi.contract.Contract;
import dev.countersign.openapi.contract.Operation;
import dev.countersign.openapi.contract.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Random operations with random requests (OAS 3.1 sections 4.8.12 to 4.8.14 and 4.8.30, RFC 6570): what fits is taken, and
 * one fault is refused as that fault and no other. Failures print the number that makes the document again.
 */
class RandomRequestsTest {
    private static final long SEED = 20_261_125L;
    private static final int DOCUMENTS = 1000;

    /** What can be wrong with a request. */
    private enum Fault {
        PARAMETER_MISSING,
        PARAMETER_OF_ANOTHER_TYPE,
        PARAMETER_OUT_OF_RANGE,
        PARAMETER_NOT_LISTED,
        ITEM_OF_ANOTHER_TYPE,
        BODY_MISSING,
        BODY_NOT_JSON,
        BODY_OF_ANOTHER_MEDIA_TYPE,
        PROPERTY_MISSING,
        PROPERTY_OF_ANOTHER_TYPE,
        PROPERTY_NOT_ALLOWED,
        CREDENTIAL_MISSING
    }

    /** What the mock is to say. */
    private record Expected(Verdict verdict, Violation.In in, String name, String pointer, String message) {}

    private final Random random = new Random(SEED);
    private final Map<Fault, Integer> made = new EnumMap<>(Fault.class);

    @Test
    void takesWhatFitsAndNamesTheOneFault() {
        int valid = 0;
        for (int number = 0; number < DOCUMENTS; number++) {
            Contract contract = Contracts.parse(new RandomOperations(SEED + number).document());
            Operation operation = contract.operations().get(0);
            Mock mock = Mock.compile(contract, MockOptions.DEFAULTS.with(Bodies.DYNAMIC));
            ValidRequests requests = new ValidRequests(contract);

            Explanation taken = mock.walk(draft(requests, operation, number).write());

            assertThat(taken.validated().map(Validated::summary))
                    .as("document %d: %s", number, taken.request())
                    .contains("");
            assertThat(taken.response().status()).isEqualTo(200);
            assertThat(CompiledContract.of(contract)
                            .operation(operation)
                            .responses()
                            .validate(taken.response()))
                    .as("document %d", number)
                    .isEmpty();
            valid++;
            for (Fault fault : Fault.values()) {
                RequestDraft draft = draft(requests, operation, number);
                Optional<Expected> expected = spoil(draft, fault);
                if (expected.isPresent()) {
                    assertNamed(mock.walk(draft.write()).validated().orElseThrow(), expected.get(), number, fault);
                    made.merge(fault, 1, Integer::sum);
                }
            }
        }
        assertThat(valid).isEqualTo(DOCUMENTS);
        assertThat(made).containsOnlyKeys(Fault.values());
        assertThat(made.values()).allSatisfy(count -> assertThat(count).isGreaterThan(100));
    }

    /** Optional parameters stand in every other request. */
    private RequestDraft draft(ValidRequests requests, Operation operation, int number) {
        RequestDraft draft = requests.draft(operation, number);
        for (Parameter parameter : operation.parameters()) {
            if (!parameter.required() && number % 2 == 0) {
                draft.values.put(parameter, requests.value(parameter, number));
            }
        }
        return draft;
    }

    private static void assertNamed(Validated validated, Expected expected, int number, Fault fault) {
        assertThat(validated.verdict()).as("document %d, %s", number, fault).isEqualTo(expected.verdict());
        assertThat(validated.violations())
                .as("document %d, %s", number, fault)
                .singleElement()
                .satisfies(violation -> {
                    assertThat(violation.in()).isEqualTo(expected.in());
                    assertThat(violation.name()).isEqualTo(expected.name());
                    assertThat(violation.pointer()).isEqualTo(expected.pointer());
                    assertThat(violation.message()).startsWith(expected.message());
                });
    }

    private Optional<Expected> spoil(RequestDraft draft, Fault fault) {
        return switch (fault) {
            case PARAMETER_MISSING ->
                parameter(draft, parameter -> parameter.required() && parameter.in() != Parameter.In.PATH)
                        .map(parameter -> {
                            draft.values.remove(parameter);
                            return invalid(parameter, "", "is required and missing");
                        });
            case PARAMETER_OF_ANOTHER_TYPE ->
                parameter(draft, ofType("integer")).map(parameter -> {
                    draft.values.put(parameter, StringNode.valueOf("x y"));
                    return invalid(parameter, "", "must be an integer, was a string");
                });
            case PARAMETER_OUT_OF_RANGE ->
                parameter(draft, ofType("integer")).map(parameter -> {
                    draft.values.put(parameter, StringNode.valueOf("1001"));
                    return invalid(parameter, "", "must be at most 1000");
                });
            case PARAMETER_NOT_LISTED ->
                parameter(draft, parameter -> schema(parameter).has("enum")).map(parameter -> {
                    draft.values.put(parameter, StringNode.valueOf("green"));
                    return invalid(parameter, "", "must be one of");
                });
            case ITEM_OF_ANOTHER_TYPE ->
                parameter(
                                draft,
                                parameter -> schema(parameter)
                                        .at("/items/type")
                                        .asString("")
                                        .equals("integer"))
                        .map(parameter -> {
                            ArrayNode items = ((ArrayNode) draft.values.get(parameter)).deepCopy();
                            items.add("x");
                            draft.values.put(parameter, items);
                            return invalid(parameter, "/" + (items.size() - 1), "must be an integer, was a string");
                        });
            case CREDENTIAL_MISSING -> {
                boolean any = !draft.credentials.isEmpty();
                draft.credentials.clear();
                yield any
                        ? Optional.of(new Expected(
                                Verdict.UNAUTHENTICATED, Violation.In.SECURITY, "", "", "send the API key"))
                        : Optional.empty();
            }
            default -> draft.body.map(body -> spoilBody(draft, (ObjectNode) body, fault));
        };
    }

    private Expected spoilBody(RequestDraft draft, ObjectNode valid, Fault fault) {
        ObjectNode body = valid.deepCopy();
        String property = "q" + random.nextInt(3);
        draft.body = Optional.of(body);
        switch (fault) {
            case BODY_MISSING -> {
                draft.body = Optional.empty();
                return body(Verdict.INVALID, "", "is required and missing");
            }
            case BODY_NOT_JSON -> {
                draft.afterBody = "}";
                return body(Verdict.MALFORMED, "", "is not well-formed JSON");
            }
            case BODY_OF_ANOTHER_MEDIA_TYPE -> {
                draft.contentType = "text/csv";
                return new Expected(
                        Verdict.UNSUPPORTED_MEDIA_TYPE,
                        Violation.In.CONTENT_TYPE,
                        "Content-Type",
                        "",
                        "the body's media type is not documented");
            }
            case PROPERTY_MISSING -> {
                body.remove(property);
                return body(Verdict.INVALID, "/" + property, "required property \"" + property + "\" is missing");
            }
            case PROPERTY_OF_ANOTHER_TYPE -> {
                body.putArray(property);
                return body(Verdict.INVALID, "/" + property, "must be ");
            }
            default -> {
                body.put("unknown", 1);
                return body(Verdict.INVALID, "/unknown", "is not allowed");
            }
        }
    }

    private Optional<Parameter> parameter(RequestDraft draft, Predicate<Parameter> wanted) {
        List<Parameter> fitting =
                new ArrayList<>(draft.values.keySet().stream().filter(wanted).toList());
        return fitting.isEmpty() ? Optional.empty() : Optional.of(fitting.get(random.nextInt(fitting.size())));
    }

    private static Predicate<Parameter> ofType(String type) {
        return parameter -> schema(parameter).path("type").asString("").equals(type);
    }

    private static JsonNode schema(Parameter parameter) {
        return parameter.schema().orElseThrow().node();
    }

    private static Expected invalid(Parameter parameter, String pointer, String message) {
        Violation.In in = Arrays.stream(Violation.In.values())
                .filter(each -> each.name().equals(parameter.in().name()))
                .findFirst()
                .orElseThrow();
        return new Expected(Verdict.INVALID, in, parameter.name(), pointer, message);
    }

    private static Expected body(Verdict verdict, String pointer, String message) {
        return new Expected(verdict, Violation.In.BODY, "", pointer, message);
    }
}
