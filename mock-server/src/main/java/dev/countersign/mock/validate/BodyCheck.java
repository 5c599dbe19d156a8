package dev.countersign.mock.validate;

import dev.countersign.mock.exchange.MediaType;
import dev.countersign.openapi.contract.MediaTypeSpec;
import dev.countersign.openapi.contract.RequestBody;
import dev.countersign.openapi.schema.CompiledSchema;
import dev.countersign.openapi.schema.Direction;
import dev.countersign.openapi.schema.SchemaViolation;
import dev.countersign.openapi.schema.Schemas;
import dev.countersign.openapi.schema.format.Budget;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads a body by its media type and holds it against the schema. */
record BodyCheck(RequestBody specification, List<Alternative> alternatives, String documented) {

    /** One documented media type. */
    record Alternative(
            String name, MediaType type, BodyReader reader, Optional<CompiledSchema> schema, String pointer) {}

    /** What became of the body; one that could be read is valid here, whatever violations were found in it. */
    record Outcome(Validated.Verdict verdict, BodyValue value) {}

    /** There is no body, or nothing is said about it. */
    static final Outcome NOTHING = new Outcome(Validated.Verdict.VALID, BodyValue.NONE);

    static BodyCheck of(RequestBody body, ExpectedTypes expectedTypes, Schemas schemas) {
        List<Alternative> alternatives = new ArrayList<>();
        for (MediaTypeSpec spec : body.content()) {
            MediaType.parse(spec.name())
                    .ifPresent(type -> alternatives.add(new Alternative(
                            spec.name(),
                            type,
                            BodyReader.of(type, spec, expectedTypes, schemas),
                            spec.schema().map(node -> schemas.compile(node, Direction.REQUEST)),
                            spec.pointer())));
        }
        String names = body.content().stream().map(MediaTypeSpec::name).collect(Collectors.joining(", "));
        return new BodyCheck(body, List.copyOf(alternatives), names);
    }

    Outcome check(RawRequest request, Strictness strictness, Violations violations) {
        byte[] body = request.body();
        if (body.length == 0) {
            if (!specification.required()) {
                return NOTHING;
            }
            violations.add(violation("", "is required and missing", specification.pointer()));
            return new Outcome(Validated.Verdict.INVALID, BodyValue.NONE);
        }
        if (alternatives.isEmpty()) {
            return NOTHING;
        }
        Optional<String> coding = request.headers().first("Content-Encoding");
        return coding.isEmpty()
                ? identify(request, body, strictness, violations)
                : decode(request, coding.get(), body, strictness, violations);
    }

    private Outcome decode(
            RawRequest request, String coding, byte[] body, Strictness strictness, Violations violations) {
        ContentCoding.Outcome outcome = ContentCoding.decode(coding, body);
        if (outcome instanceof ContentCoding.Refused refused) {
            boolean unknown = refused.verdict() == Validated.Verdict.UNSUPPORTED_MEDIA_TYPE;
            violations.add(
                    unknown
                            ? new Violation(
                                    Violation.In.CONTENT_TYPE,
                                    "Content-Encoding",
                                    "",
                                    refused.message(),
                                    specification.pointer())
                            : violation("", refused.message(), specification.pointer()));
            return new Outcome(refused.verdict(), BodyValue.NONE);
        }
        byte[] decoded = ((ContentCoding.Decoded) outcome).body();
        Work.unfolded(request.budget(), decoded.length);
        return identify(request, decoded, strictness, violations);
    }

    private Outcome identify(RawRequest request, byte[] body, Strictness strictness, Violations violations) {
        Optional<String> header = request.headers().first("Content-Type");
        Optional<MediaType> actual = header.flatMap(MediaType::parse);
        @Nullable Alternative chosen = header.isEmpty() ? unnamed() : actual.isEmpty() ? null : choose(actual.get());
        if (chosen == null) {
            violations.add(new Violation(
                    Violation.In.CONTENT_TYPE,
                    "Content-Type",
                    "",
                    "the body's media type is not documented; send one of: " + documented,
                    specification.pointer() + "/content"));
            return new Outcome(Validated.Verdict.UNSUPPORTED_MEDIA_TYPE, BodyValue.NONE);
        }
        if (fits(chosen, actual, body, request.budget())) {
            return new Outcome(Validated.Verdict.VALID, BodyValue.in(body));
        }
        ReadResult reading = chosen.reader.read(actual.orElse(chosen.type), body, request.budget());
        return judge(reading, chosen, request.budget(), strictness, violations);
    }

    private static boolean fits(Alternative chosen, Optional<MediaType> actual, byte[] body, Budget budget) {
        return JsonBody.isLong(body)
                && chosen.schema.isPresent()
                && (chosen.type.isRange() ? actual.orElse(chosen.type) : chosen.type).isJson()
                && JsonBody.fits(body, chosen.schema.get(), budget);
    }

    private static Outcome judge(
            ReadResult reading, Alternative chosen, Budget budget, Strictness strictness, Violations violations) {
        if (reading instanceof ReadResult.Malformed malformed) {
            violations.add(violation("", malformed.message(), chosen.pointer));
            return new Outcome(Validated.Verdict.MALFORMED, BodyValue.NONE);
        }
        if (!(reading instanceof ReadResult.Value value)) {
            return NOTHING;
        }
        violations.repeated(value.repeated(), Violation.In.BODY, "", strictness);
        for (SchemaViolation one : value.besides()) {
            violations.add(violation(one.instancePointer(), one.message(), one.schemaPointer()));
        }
        if (chosen.schema.isPresent()) {
            for (SchemaViolation one : chosen.schema.get().validate(value.node(), budget)) {
                violations.add(violation(one.instancePointer(), one.message(), one.schemaPointer()));
            }
        }
        return new Outcome(Validated.Verdict.VALID, BodyValue.of(value.node()));
    }

    /** A body without {@code Content-Type} may be examined (RFC 9110 section 8.3): it is taken for JSON where possible. */
    private Alternative unnamed() {
        return alternatives.stream()
                .filter(alternative -> alternative.type.isJson())
                .findFirst()
                .orElse(alternatives.get(0));
    }

    /** The exact type first, with as many parameters in common as possible, then the narrowest range. */
    private @Nullable Alternative choose(MediaType actual) {
        @Nullable Alternative best = null;
        int bestScore = -1;
        for (Alternative alternative : alternatives) {
            int score = alternative.type.covers(actual) ? score(alternative.type, actual) : -1;
            if (score > bestScore) {
                best = alternative;
                bestScore = score;
            }
        }
        return best;
    }

    private static int score(MediaType documented, MediaType actual) {
        int score = documented.isRange() ? (documented.type().equals("*") ? 0 : 100) : 200;
        for (var parameter : documented.parameters().entrySet()) {
            score += parameter.getValue().equalsIgnoreCase(actual.parameters().get(parameter.getKey())) ? 1 : -1;
        }
        return Math.max(0, score);
    }

    private static Violation violation(String pointer, String message, String schemaPointer) {
        return new Violation(Violation.In.BODY, "", pointer, message, schemaPointer);
    }
}
