package dev.countersign.mock.render;

import dev.countersign.mock.choose.Choice;
import dev.countersign.mock.choose.Choice.Purpose;
import dev.countersign.mock.choose.Preference;
import dev.countersign.mock.choose.Representation;
import dev.countersign.mock.exchange.Header;
import dev.countersign.mock.exchange.MediaType;
import dev.countersign.mock.exchange.MockRequest;
import dev.countersign.mock.exchange.MockResponse;
import dev.countersign.mock.sample.DirectedSamples;
import dev.countersign.mock.validate.Validated;
import dev.countersign.openapi.contract.Contract;
import dev.countersign.openapi.contract.Operation;
import dev.countersign.openapi.json.JsonTree;
import dev.countersign.openapi.schema.Direction;
import dev.countersign.openapi.schema.Schemas;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/** Turns choices into responses. What does not depend on the request is made once and kept. Thread-safe. */
public final class ResponseRenderer {
    private static final byte[] EMPTY = {};

    private static final String IGNORED = "Countersign-Preferences-Ignored";

    private final Contract contract;
    private final Schemas schemas;
    private final DirectedSamples samples;
    private final long seed;
    private final Map<Representation, Rendition> renditions = new ConcurrentHashMap<>();
    private final Map<Representation, ViolationText> violationTexts = new ConcurrentHashMap<>();

    private ResponseRenderer(Contract contract, Schemas schemas, DirectedSamples samples, long seed) {
        this.contract = contract;
        this.schemas = schemas;
        this.samples = samples;
        this.seed = seed;
    }

    /**
     * A renderer for the responses of a contract.
     *
     * @param seed of bodies that are generated once
     */
    public static ResponseRenderer of(Contract contract, Schemas schemas, DirectedSamples samples, long seed) {
        return new ResponseRenderer(contract, schemas, samples, seed);
    }

    /**
     * The response to a request for an operation. What is wrong with the request is said in the body, or else in a header.
     *
     * @param message the request as it came
     */
    public MockResponse render(
            Choice choice, Operation operation, Validated request, Preference preference, MockRequest message) {
        MockResponse chosen = choice instanceof Choice.Documented documented
                ? documented(documented, operation, request, preference, message)
                : undocumented(choice, request);
        MockResponse response = ignored(Deprecation.noted(operation, chosen), preference);
        boolean said = !message.method().equals("HEAD")
                || response.header(ViolationsHeader.NAME).isPresent();
        return said ? response : ViolationsHeader.added(response, request.violations(), request.notes());
    }

    /** A preference that is not known may be misspelt. */
    private static MockResponse ignored(MockResponse response, Preference preference) {
        return preference.ignored().isEmpty()
                ? response
                : response.with(new Header(IGNORED, String.join(", ", preference.ignored())));
    }

    private MockResponse documented(
            Choice.Documented choice,
            Operation operation,
            Validated request,
            Preference preference,
            MockRequest message) {
        Rendition rendition = rendition(choice);
        boolean paged = operation.pagination().isPresent()
                && choice.purpose() == Purpose.ANSWER
                && !choice.named()
                && choice.representation().isKept()
                && choice.status() < 300;
        Rendition page = paged
                ? new PageCut(operation.pagination().get(), choice.representation(), samples, message)
                        .of(rendition, request)
                : rendition;
        MockResponse response = RequestProblems.challenged(documented(choice, page, request), request);
        String applied = choice.purpose() == Purpose.ANSWER ? preference.applied() : "";
        return applied.isEmpty() ? response : response.with(new Header("Preference-Applied", applied));
    }

    private MockResponse undocumented(Choice choice, Validated request) {
        if (choice instanceof Choice.Undocumented undocumented) {
            return undocumented(undocumented);
        }
        if (choice instanceof Choice.NotAcceptable notAcceptable) {
            return ProblemBody.of(
                            ProblemType.NOT_ACCEPTABLE,
                            406,
                            "None of the documented media types is acceptable to the client.")
                    .list("available", notAcceptable.available())
                    .response();
        }
        Choice.Refused refused = (Choice.Refused) choice;
        List<Header> documented =
                refused.bare().map(bare -> usual(bare).headers()).orElse(List.of());
        MockResponse problem = RequestProblems.refused(refused.status(), documented, request);
        return ViolationsHeader.added(problem, List.of(), request.notes());
    }

    private MockResponse documented(Choice.Documented choice, Rendition rendition, Validated request) {
        if (choice.purpose() == Purpose.EXPLAINED_REFUSAL
                && isBodyAllowed(choice.status())
                && rendition.value().isPresent()) {
            Optional<JsonNode> explained =
                    explained(choice.representation(), rendition.value().get(), request);
            if (explained.isPresent()) {
                byte[] body = JsonTree.bytes(explained.get());
                MockResponse response = new MockResponse(choice.status(), rendition.headers(), body);
                return ViolationsHeader.added(response, List.of(), request.notes());
            }
        }
        MockResponse response = isBodyAllowed(choice.status())
                ? new MockResponse(choice.status(), rendition.headers(), rendition.body(), rendition.gzip())
                : new MockResponse(choice.status(), withoutType(rendition.headers()), EMPTY);
        return ViolationsHeader.added(response, request.violations(), request.notes());
    }

    private Rendition rendition(Choice.Documented choice) {
        Representation representation = choice.representation();
        boolean generated =
                choice.seed().isPresent() && representation.example().isEmpty();
        if (generated || choice.concrete().isPresent() || !representation.isKept()) {
            return Rendition.of(
                    representation, choice.concrete(), samples, choice.seed().orElse(seed), contract.document());
        }
        return usual(representation);
    }

    private Rendition usual(Representation representation) {
        Rendition known = renditions.get(representation);
        return known != null
                ? known
                : renditions.computeIfAbsent(
                        representation,
                        one -> Rendition.of(one, Optional.empty(), samples, seed, contract.document())
                                .kept());
    }

    /** No content, by definition (RFC 9110 sections 15.3.5, 15.3.6 and 15.4.5). */
    private static boolean isBodyAllowed(int status) {
        return status >= 200 && status != 204 && status != 205 && status != 304;
    }

    private static List<Header> withoutType(List<Header> headers) {
        List<Header> rest = new ArrayList<>(headers);
        rest.removeIf(header -> header.name().equalsIgnoreCase("Content-Type"));
        return rest;
    }

    private Optional<JsonNode> explained(Representation representation, JsonNode example, Validated request) {
        boolean json = representation
                .mediaType()
                .flatMap(type -> MediaType.parse(type.name()))
                .filter(type -> type.isJson() || type.isRange())
                .isPresent();
        if (!json) {
            return Optional.empty();
        }
        return violationTexts
                .computeIfAbsent(representation, unknown -> violationText(unknown, example))
                .insert(example, request);
    }

    private ViolationText violationText(Representation representation, JsonNode example) {
        var schema = representation.mediaType().flatMap(type -> type.schema());
        List<String> marked = schema.map(MarkedProperties::of).orElse(List.of());
        return ViolationText.of(example, marked, schema.map(node -> schemas.compile(node, Direction.RESPONSE)));
    }

    private static MockResponse undocumented(Choice.Undocumented choice) {
        String available = choice.available().isEmpty() ? "nothing" : String.join(", ", choice.available());
        return ProblemBody.of(
                        ProblemType.NOT_DOCUMENTED,
                        404,
                        "The preference " + choice.preference() + " asks for \"" + choice.asked()
                                + "\", which is not documented here. Documented: " + available + ".")
                .list("available", choice.available())
                .response();
    }
}
