package dev.countersign.mock.render;

import dev.countersign.mock.choose.Choice;
import dev.countersign.mock.choose.Preference;
import dev.countersign.mock.choose.Variant;
import dev.countersign.mock.exchange.Header;
import dev.countersign.mock.exchange.MediaType;
import dev.countersign.mock.exchange.MockResponse;
import dev.countersign.mock.validate.Validated;
import dev.countersign.openapi.contract.Contract;
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

    private final Contract contract;
    private final Schemas schemas;
    private final Samples samples;
    private final RenderOptions options;
    private final Map<Variant, Rendition> renditions = new ConcurrentHashMap<>();
    private final Map<Variant, ViolationText> violationTexts = new ConcurrentHashMap<>();

    private ResponseRenderer(Contract contract, Schemas schemas, Samples samples, RenderOptions options) {
        this.contract = contract;
        this.schemas = schemas;
        this.samples = samples;
        this.options = options;
    }

    /** A renderer for the responses of a contract. */
    public static ResponseRenderer of(Contract contract, Schemas schemas, Samples samples, RenderOptions options) {
        return new ResponseRenderer(contract, schemas, samples, options);
    }

    /** Renders. */
    public MockResponse render(Choice choice, Validated request, Preference preference) {
        if (choice instanceof Choice.Documented documented) {
            MockResponse response = challenged(documented(documented, request), documented.status(), request);
            if (!request.isValid() && !documented.carriesViolations()) {
                response = response.with(ViolationsHeader.of(request.violations()));
            }
            String applied = documented.carriesViolations() ? "" : preference.applied();
            return applied.isEmpty() ? response : response.with(new Header("Preference-Applied", applied));
        }
        if (choice instanceof Choice.Undocumented undocumented) {
            return undocumented(undocumented);
        }
        if (choice instanceof Choice.NotAcceptable notAcceptable) {
            return ProblemBody.of(406, "None of the documented media types is acceptable to the client.")
                    .list("available", notAcceptable.available())
                    .response();
        }
        return refused((Choice.Refused) choice, request);
    }

    private MockResponse documented(Choice.Documented choice, Validated request) {
        Rendition rendition = rendition(choice);
        if (!isBodyAllowed(choice.status())) {
            return new MockResponse(choice.status(), withoutType(rendition.headers()), EMPTY);
        }
        if (choice.carriesViolations()
                && options.violationsInExamples()
                && rendition.value().isPresent()) {
            Optional<JsonNode> told = told(choice.variant(), rendition.value().get(), request);
            if (told.isPresent()) {
                MediaType json = new MediaType("application", "json", Map.of());
                return new MockResponse(choice.status(), rendition.headers(), BodyText.bytes(told.get(), json));
            }
        }
        return new MockResponse(choice.status(), rendition.headers(), rendition.body());
    }

    private Rendition rendition(Choice.Documented choice) {
        Variant variant = choice.variant();
        boolean generated = choice.seed().isPresent() && variant.example().isEmpty();
        if (generated || choice.concrete().isPresent()) {
            long seed = choice.seed().orElse(options.seed());
            return Rendition.of(variant, choice.concrete(), samples, seed, contract.document());
        }
        Rendition known = renditions.get(variant);
        return known != null ? known : renditions.computeIfAbsent(variant, this::usual);
    }

    private Rendition usual(Variant variant) {
        return Rendition.of(variant, Optional.empty(), samples, options.seed(), contract.document());
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

    private Optional<JsonNode> told(Variant variant, JsonNode example, Validated request) {
        boolean json = variant.mediaType()
                .flatMap(type -> MediaType.parse(type.name()))
                .filter(type -> type.isJson() || type.isRange())
                .isPresent();
        if (!json) {
            return Optional.empty();
        }
        return violationTexts
                .computeIfAbsent(variant, unknown -> violationText(unknown, example))
                .insert(example, request);
    }

    private ViolationText violationText(Variant variant, JsonNode example) {
        var schema = variant.mediaType().flatMap(type -> type.schema());
        List<String> marked = schema.map(node -> new MarkedProperties(contract.document()).of(node.node()))
                .orElse(List.of());
        return ViolationText.of(example, marked, schema.map(node -> schemas.compile(node, Direction.RESPONSE)));
    }

    private static MockResponse undocumented(Choice.Undocumented choice) {
        String available = choice.available().isEmpty() ? "nothing" : String.join(", ", choice.available());
        return ProblemBody.of(
                        404,
                        "The preference " + choice.preference() + " asks for \"" + choice.asked()
                                + "\", which is not documented here. Documented: " + available + ".")
                .list("available", choice.available())
                .response();
    }

    private MockResponse refused(Choice.Refused choice, Validated request) {
        int status = choice.status();
        if (request.isValid()) {
            return ProblemBody.of(status, "The contract documents no response for this operation.")
                    .response();
        }
        MockResponse response = ProblemBody.of(status, request.summary())
                .violations(request.violations())
                .response();
        if (choice.bare().isPresent()) {
            for (Header header :
                    renditions.computeIfAbsent(choice.bare().get(), this::usual).headers()) {
                response = response.with(header);
            }
        }
        return challenged(response, status, request);
    }

    private static MockResponse challenged(MockResponse response, int status, Validated request) {
        boolean needed = (status == 401 || status == 403)
                && !request.challenges().isEmpty()
                && response.header("WWW-Authenticate").isEmpty();
        return needed
                ? response.with(new Header("WWW-Authenticate", String.join(", ", request.challenges())))
                : response;
    }
}
