package dev.countersign.mock.validate;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Holds somebody else's responses against one operation: status, headers, media type, body. Immutable and thread-safe. */
public final class ResponseValidator {
    private final Operation operation;
    private final Schemas schemas;
    private final ShapeReader shapes;

    private ResponseValidator(Operation operation, Schemas schemas, ShapeReader shapes) {
        this.operation = operation;
        this.schemas = schemas;
        this.shapes = shapes;
    }

    /** A validator for an operation's responses. */
    public static ResponseValidator of(Operation operation, Contract contract, Schemas schemas) {
        return new ResponseValidator(operation, schemas, new ShapeReader(contract.document()));
    }

    /** Every violation, in that order; empty when the response fits. */
    public List<Violation> validate(MockResponse response) {
        List<Violation> violations = new ArrayList<>();
        Optional<ResponseSpec> documented = documented(response.status());
        if (documented.isEmpty()) {
            String message = "the status " + response.status() + " is not documented";
            violations.add(
                    new Violation(Violation.In.RESPONSE_STATUS, "", "", message, operation.pointer() + "/responses"));
            return violations;
        }
        Headers headers = Headers.of(response.headers());
        documented.get().headers().forEach(header -> header(header, headers, violations));
        body(documented.get(), headers, response, violations);
        return violations;
    }

    /** What the contract says about the body of a response; empty when it says nothing. */
    public Optional<MediaTypeSpec> mediaType(MockResponse response) {
        Optional<MediaType> actual = response.header("Content-Type").flatMap(MediaType::parse);
        return documented(response.status()).flatMap(documented -> actual.flatMap(type -> spec(documented, type)));
    }

    private Optional<ResponseSpec> documented(int status) {
        return named(Integer.toString(status))
                .or(() -> named(status / 100 + "XX"))
                .or(() -> named("default"));
    }

    private Optional<ResponseSpec> named(String status) {
        return operation.responses().stream()
                .filter(response -> response.status().equalsIgnoreCase(status))
                .findFirst();
    }

    private void header(HeaderSpec header, Headers headers, List<Violation> violations) {
        for (SchemaViolation one :
                HeaderCheck.of(header, shapes, schemas, Direction.RESPONSE).check(headers)) {
            violations.add(violation(Violation.In.RESPONSE_HEADER, header.name(), one));
        }
    }

    private void body(ResponseSpec documented, Headers headers, MockResponse response, List<Violation> violations) {
        if (documented.content().isEmpty() || response.body().length == 0) {
            return;
        }
        Optional<MediaType> actual = headers.first("Content-Type").flatMap(MediaType::parse);
        Optional<MediaTypeSpec> spec = actual.flatMap(type -> spec(documented, type));
        if (spec.isEmpty()) {
            violations.add(new Violation(
                    Violation.In.RESPONSE_HEADER,
                    "Content-Type",
                    "",
                    "the body's media type is not documented",
                    documented.pointer() + "/content"));
        } else if (actual.get().isJson()) {
            value(JsonBody.read(decoded(response)), spec.get(), violations);
        } else if (actual.get().isXml()) {
            JsonNode schema = spec.get().schema().map(SchemaNode::node).orElseGet(MissingNode::getInstance);
            value(XmlBody.of(schema, shapes).read(actual.get(), decoded(response)), spec.get(), violations);
        }
    }

    private static Optional<MediaTypeSpec> spec(ResponseSpec documented, MediaType actual) {
        return documented.content().stream()
                .filter(spec -> MediaType.parse(spec.name())
                        .filter(type -> type.covers(actual))
                        .isPresent())
                .findFirst();
    }

    /** Nobody asks an upstream for a coding, and some come with one; what cannot be decoded is held against the schema as it is. */
    private static byte[] decoded(MockResponse response) {
        return response.header("Content-Encoding")
                .map(coding -> ContentCoding.decode(coding, response.body()))
                .filter(ContentCoding.Decoded.class::isInstance)
                .map(outcome -> ((ContentCoding.Decoded) outcome).body())
                .orElse(response.body());
    }

    private void value(Reading reading, MediaTypeSpec spec, List<Violation> violations) {
        if (reading instanceof Reading.Malformed malformed) {
            violations.add(new Violation(Violation.In.RESPONSE_BODY, "", "", malformed.message(), spec.pointer()));
        } else if (reading instanceof Reading.Value value && spec.schema().isPresent()) {
            for (SchemaViolation one :
                    schemas.compile(spec.schema().get(), Direction.RESPONSE).validate(value.node())) {
                violations.add(violation(Violation.In.RESPONSE_BODY, "", one));
            }
        }
    }

    private static Violation violation(Violation.In in, String name, SchemaViolation one) {
        return new Violation(in, name, one.instancePointer(), one.message(), one.schemaPointer());
    }
}
