package dev.countersign.mock.validate;

import dev.countersign.mock.exchange.Header;
import dev.countersign.mock.exchange.Headers;
import dev.countersign.mock.exchange.MediaType;
import dev.countersign.mock.exchange.MockResponse;
import dev.countersign.openapi.contract.Contract;
import dev.countersign.openapi.contract.HeaderSpec;
import dev.countersign.openapi.contract.MediaTypeSpec;
import dev.countersign.openapi.contract.Operation;
import dev.countersign.openapi.contract.ResponseSpec;
import dev.countersign.openapi.contract.SchemaNode;
import dev.countersign.openapi.schema.Direction;
import dev.countersign.openapi.schema.SchemaViolation;
import dev.countersign.openapi.schema.Schemas;
import dev.countersign.openapi.schema.format.Budget;
import dev.countersign.openapi.schema.format.BudgetExceededException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Holds a real server's responses against one operation: status, headers, media type, body. Immutable and thread-safe. */
public final class ResponseValidator {
    private final Operation operation;
    private final Schemas schemas;
    private final ExpectedTypes expectedTypes;

    private ResponseValidator(Operation operation, Schemas schemas, ExpectedTypes expectedTypes) {
        this.operation = operation;
        this.schemas = schemas;
        this.expectedTypes = expectedTypes;
    }

    /** A validator for an operation's responses. */
    public static ResponseValidator of(Operation operation, Contract contract, Schemas schemas) {
        return new ResponseValidator(operation, schemas, new ExpectedTypes());
    }

    /** Every violation, in that order; empty when the response fits. */
    public List<Violation> validate(MockResponse response) {
        List<Violation> violations = head(response, response.body().length > 0);
        violations.addAll(body(response));
        return violations;
    }

    /**
     * What is wrong with status, header fields and media type, which are known before the body is.
     *
     * @param bodied whether a body follows
     */
    public List<Violation> head(MockResponse response, boolean bodied) {
        List<Violation> violations = new ArrayList<>();
        Optional<ResponseSpec> documented = operation.response(response.status());
        if (documented.isEmpty()) {
            String message = "the status " + response.status() + " is not documented";
            violations.add(
                    new Violation(Violation.In.RESPONSE_STATUS, "", "", message, operation.pointer() + "/responses"));
            return violations;
        }
        Headers headers = Headers.of(response.headers());
        Budget budget = Work.on(0);
        for (HeaderSpec header : documented.get().headers()) {
            checked(() -> header(header, headers, budget, violations), Violation.In.RESPONSE_HEADER, violations);
        }
        if (bodied
                && !documented.get().content().isEmpty()
                && mediaType(response).isEmpty()) {
            violations.add(new Violation(
                    Violation.In.RESPONSE_HEADER,
                    "Content-Type",
                    "",
                    "the body's media type is not documented",
                    documented.get().pointer() + "/content"));
        }
        return violations;
    }

    /** Whether a body of this response's media type has to be there as a whole to be examined. */
    public boolean examinesWhole(MockResponse head) {
        return mediaType(head).isPresent()
                && actual(head).filter(type -> type.isJson() || type.isXml()).isPresent();
    }

    /** Examines a sequence while it comes; empty when the response is none, or none of which the contract says anything. */
    public Optional<SequenceExamination> sequence(MockResponse head) {
        Optional<MediaType> type = actual(head).filter(actual -> actual.isJsonSequence() || actual.isEventStream());
        return type.flatMap(actual -> mediaType(head).map(spec -> sequence(actual, spec)));
    }

    private SequenceExamination sequence(MediaType actual, MediaTypeSpec spec) {
        SchemaNode schema = spec.schema().orElseGet(() -> SchemaNode.anything(spec.pointer()));
        SequenceBody reader = new SequenceBody(expectedTypes.of(schema));
        return new SequenceExamination(
                actual,
                reader,
                spec.schema().filter(node -> reader.isOfItems()).map(node -> schemas.compile(node, Direction.RESPONSE)),
                spec.pointer());
    }

    private static Optional<MediaType> actual(MockResponse response) {
        return response.header("Content-Type").flatMap(MediaType::parse);
    }

    /** What the contract says about the body of a response; empty when it says nothing. */
    public Optional<MediaTypeSpec> mediaType(MockResponse response) {
        return operation
                .response(response.status())
                .flatMap(documented -> actual(response).flatMap(type -> type.documentedIn(documented.content())));
    }

    /** Whether the contract describes a body of a response with this status. */
    public boolean describesBody(int status) {
        return operation
                .response(status)
                .filter(response -> !response.content().isEmpty())
                .isPresent();
    }

    private void header(HeaderSpec header, Headers headers, Budget budget, List<Violation> violations) {
        for (SchemaViolation one : HeaderCheck.of(header, expectedTypes, schemas, Direction.RESPONSE)
                .check(headers, budget)) {
            violations.add(violation(Violation.In.RESPONSE_HEADER, header.name(), one));
        }
    }

    /** What is wrong with the body, which must be there as a whole; its media type is not looked at. */
    public List<Violation> body(MockResponse response) {
        List<Violation> violations = new ArrayList<>();
        Optional<MediaTypeSpec> spec = mediaType(response);
        Optional<MediaType> actual = actual(response);
        if (spec.isEmpty() || actual.isEmpty() || response.body().length == 0) {
            return violations;
        }
        ContentCoding.Outcome outcome = decoded(response);
        if (outcome instanceof ContentCoding.Refused refused) {
            if (refused.verdict() != Validated.Verdict.UNSUPPORTED_MEDIA_TYPE) {
                violations.add(new Violation(
                        Violation.In.RESPONSE_BODY,
                        "",
                        "",
                        refused.message(),
                        spec.get().pointer()));
            }
            return violations;
        }
        byte[] bytes = ((ContentCoding.Decoded) outcome).body();
        Budget budget = Work.on(bytes.length);
        if (actual.get().isJson()) {
            if (fits(bytes, spec.get(), budget)) {
                return violations;
            }
            ReadResult reading = JsonBody.read(bytes);
            checked(() -> value(reading, spec.get(), budget, violations), Violation.In.RESPONSE_BODY, violations);
        } else if (actual.get().isXml()) {
            SchemaNode schema = spec.get()
                    .schema()
                    .orElseGet(() -> SchemaNode.anything(spec.get().pointer()));
            ReadResult reading = XmlBody.of(schema, expectedTypes).read(actual.get(), bytes, budget);
            checked(() -> value(reading, spec.get(), budget, violations), Violation.In.RESPONSE_BODY, violations);
        }
        return violations;
    }

    private boolean fits(byte[] bytes, MediaTypeSpec spec, Budget budget) {
        return JsonBody.isLong(bytes)
                && spec.schema().isPresent()
                && JsonBody.fits(bytes, schemas.compile(spec.schema().get(), Direction.RESPONSE), budget);
    }

    private static void checked(Runnable check, Violation.In in, List<Violation> violations) {
        try {
            check.run();
        } catch (BudgetExceededException tooMuch) {
            violations.add(new Violation(in, "", "", Violation.TOO_EXPENSIVE, ""));
        }
    }

    /** The same response without the coding of its body, where that can be undone. */
    public static MockResponse plain(MockResponse response) {
        if (!(decoded(response) instanceof ContentCoding.Decoded decoded) || decoded.body() == response.body()) {
            return response;
        }
        List<Header> headers = response.headers().stream()
                .filter(header -> !header.name().equalsIgnoreCase("Content-Encoding"))
                .toList();
        return new MockResponse(response.status(), headers, decoded.body());
    }

    private static ContentCoding.Outcome decoded(MockResponse response) {
        return ContentCoding.decode(response.header("Content-Encoding").orElse(""), response.body());
    }

    /** Whether the coding of a response's body can be undone; when not, nothing is said of the body. */
    public static boolean isReadable(MockResponse head) {
        return head.header("Content-Encoding").map(ContentCoding::isKnown).orElse(true);
    }

    private void value(ReadResult reading, MediaTypeSpec spec, Budget budget, List<Violation> violations) {
        if (reading instanceof ReadResult.Malformed malformed) {
            violations.add(new Violation(Violation.In.RESPONSE_BODY, "", "", malformed.message(), spec.pointer()));
        } else if (reading instanceof ReadResult.Value value && spec.schema().isPresent()) {
            for (SchemaViolation one :
                    schemas.compile(spec.schema().get(), Direction.RESPONSE).validate(value.node(), budget)) {
                violations.add(violation(Violation.In.RESPONSE_BODY, "", one));
            }
        }
    }

    private static Violation violation(Violation.In in, String name, SchemaViolation one) {
        return new Violation(in, name, one.instancePointer(), one.message(), one.schemaPointer());
    }
}
