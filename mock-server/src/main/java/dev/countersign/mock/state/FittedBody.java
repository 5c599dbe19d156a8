package dev.countersign.mock.state;

import dev.countersign.mock.choose.Choice;
import dev.countersign.mock.exchange.Header;
import dev.countersign.mock.exchange.MediaType;
import dev.countersign.mock.sample.SampleGenerator;
import dev.countersign.openapi.contract.MediaTypeSpec;
import dev.countersign.openapi.contract.SchemaNode;
import dev.countersign.openapi.json.JsonEquality;
import dev.countersign.openapi.schema.CompiledSchema;
import dev.countersign.openapi.schema.Direction;
import dev.countersign.openapi.schema.SchemaViolation;
import dev.countersign.openapi.schema.Schemas;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** Puts a remembered value into a documented response, whose schema holds whatever is remembered. Thread-safe. */
public record FittedBody(Schemas schemas, SampleGenerator samples) {
    /**
     * The response with a body made for one request; as documented, with a header field that says why, when the value cannot be
     * put into its schema without being changed.
     *
     * @param body the value for the schema of the media type that the client gets
     */
    public StatefulAnswer put(Choice.Documented documented, String rule, Function<SchemaNode, JsonNode> body) {
        Optional<MediaTypeSpec> type = documented.representation().mediaType();
        if (type.isEmpty()) {
            return StatefulAnswer.of(because(documented, rule));
        }
        if (type.get().schema().isEmpty() || !isStructured(type.get())) {
            return asDocumented(documented, type.get().name() + " is written as the document has it");
        }
        SchemaNode schema = type.get().schema().get();
        JsonNode value = body.apply(schema);
        JsonNode fitted = samples.fit(schema, Direction.RESPONSE, value);
        CompiledSchema rules = schemas.compile(schema, Direction.RESPONSE);
        if (!rules.accepts(fitted) || !keeps(fitted, value)) {
            String why = rules.validate(value).stream()
                    .findFirst()
                    .map(FittedBody::sentence)
                    .orElse("no value fits the schema of the answer");
            return asDocumented(documented, why);
        }
        return StatefulAnswer.of(new Choice.Documented(
                documented.status(),
                documented.representation().with(fitted),
                documented.concrete(),
                Optional.empty(),
                documented.purpose(),
                documented.named(),
                rule));
    }

    /** The documented response with another reason. */
    public static Choice.Documented because(Choice.Documented documented, String rule) {
        return new Choice.Documented(
                documented.status(),
                documented.representation(),
                documented.concrete(),
                documented.seed(),
                documented.purpose(),
                documented.named(),
                rule);
    }

    private static StatefulAnswer asDocumented(Choice.Documented documented, String why) {
        return StatefulAnswer.of(because(documented, "as documented, as what is remembered cannot be sent: " + why))
                .with(new Header(StatefulAnswer.UNUSED, why));
    }

    private static String sentence(SchemaViolation violation) {
        return (violation.instancePointer().isEmpty() ? "the answer" : violation.instancePointer()) + " "
                + violation.message();
    }

    private static boolean isStructured(MediaTypeSpec spec) {
        return MediaType.parse(spec.name())
                .filter(type -> type.isJson() || type.isXml() || type.isForm() || type.isRange())
                .isPresent();
    }

    /** Whether everything that the answer has of a value is as it was. Properties may have come, or have gone. */
    private static boolean keeps(JsonNode fitted, JsonNode value) {
        if (fitted.isObject() && value.isObject()) {
            for (Map.Entry<String, JsonNode> property : fitted.properties()) {
                JsonNode before = value.get(property.getKey());
                if (before != null && !keeps(property.getValue(), before)) {
                    return false;
                }
            }
            return true;
        }
        if (fitted.isArray() && value.isArray()) {
            if (fitted.size() != value.size()) {
                return false;
            }
            for (int i = 0; i < fitted.size(); i++) {
                if (!keeps(fitted.get(i), value.get(i))) {
                    return false;
                }
            }
            return true;
        }
        return JsonEquality.equal(fitted, value);
    }
}
