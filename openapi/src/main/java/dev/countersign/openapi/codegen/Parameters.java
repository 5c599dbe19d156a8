package dev.countersign.openapi.codegen;

import dev.countersign.openapi.contract.MediaTypeSpec;
import dev.countersign.openapi.contract.Operation;
import dev.countersign.openapi.contract.Parameter;
import dev.countersign.openapi.contract.RequestBody;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Describes what an operation takes: required values by position, then the body, then a holder of all optional ones. */
final class Parameters {
    /**
     * Described elsewhere in a document, and ignored as parameters (OAS 3.1 section 4.8.12.2); or the transport's own to
     * write, which lets no caller set them.
     */
    private static final Set<String> NOT_PARAMETERS = Set.of(
            "accept", "content-type", "authorization", "connection", "content-length", "expect", "host", "upgrade");

    /** A longer chain of calls than of so many is more than javac's stack may hold. */
    private static final int MOST_IN_ONE_EXPRESSION = 100;

    private final TypeResolver resolver;

    Parameters(TypeResolver resolver) {
        this.resolver = resolver;
    }

    void describe(ObjectNode target, Operation operation, String className) {
        DistinctNames names = DistinctNames.ofMembers(Reserved.parameters());
        DistinctNames locals = DistinctNames.ofMembers(Reserved.locals());
        List<ObjectNode> all = new ArrayList<>();
        for (Parameter parameter : operation.parameters()) {
            boolean ignored = parameter.in() == Parameter.In.HEADER
                    && NOT_PARAMETERS.contains(parameter.name().toLowerCase(Locale.ROOT));
            if (!ignored) {
                all.add(parameter(parameter, names, className));
            }
        }
        target.put("many", all.size() > MOST_IN_ONE_EXPRESSION);
        ArrayNode parameters = target.putArray("parameters");
        all.forEach(parameters::add);
        target.put("hasBody", false);
        operation.requestBody().ifPresent(body -> describeBody(target, body, names, className, all));
        all.forEach(each -> each.put("local", locals.take(each.path("java").stringValue(), "Value")));
        target.put("local", target.path("body").path("local").asString(""));
        Signature.describe(target, all);
    }

    private ObjectNode parameter(Parameter parameter, DistinctNames names, String className) {
        Optional<MediaTypeSpec> content = parameter.content();
        JavaType resolved = parameter
                .schema()
                .or(() -> content.flatMap(MediaTypeSpec::schema))
                .map(schema -> resolver.resolve(schema, className + JavaNames.type(parameter.name())))
                .orElse(JavaType.STRING);
        // Outside of a body there is no place for octets: what the document calls binary travels as text.
        JavaType type = resolved.boxed().equals("Binary") ? JavaType.STRING : resolved;
        ObjectNode described = type.describe();
        described.put("java", names.take(JavaNames.member(parameter.name()), "_"));
        described.put("wire", parameter.name());
        described.put("wireLiteral", JavaText.literal(parameter.name()));
        described.put("in", parameter.in().name().toLowerCase(Locale.ROOT));
        for (Parameter.In in : Parameter.In.values()) {
            described.put("in" + JavaNames.type(in.name().toLowerCase(Locale.ROOT)), parameter.in() == in);
        }
        described.put("style", content.isPresent() ? "JSON" : style(parameter.style()));
        described.put("explode", parameter.explode());
        described.put("reserved", parameter.allowReserved());
        described.put("required", parameter.required());
        described.put("isBody", false);
        describe(described, parameter.description(), parameter.deprecated());
        return described;
    }

    private static void describe(ObjectNode described, String description, boolean deprecated) {
        described.put("description", description);
        described.put("deprecated", deprecated);
        described.put("takesOptional", !described.path("kind").stringValue().equals("ANY"));
        Javadoc.of(description).deprecated(deprecated).describe(described, "javadoc");
        Docs.add(described, description);
    }

    /** The client encodes what a cookie cannot hold, which style {@code cookie} would leave to its caller. */
    private static String style(Parameter.Style style) {
        return (style == Parameter.Style.COOKIE ? Parameter.Style.FORM : style).name();
    }

    private void describeBody(
            ObjectNode target, RequestBody body, DistinctNames names, String className, List<ObjectNode> all) {
        Optional<MediaTypeSpec> preferred = BodyKind.preferred(body.content());
        if (preferred.isEmpty()) {
            return;
        }
        MediaTypeSpec media = preferred.get();
        BodyKind kind = BodyKind.of(media);
        JavaType type =
                switch (kind) {
                    case TEXT -> JavaType.STRING;
                    case BINARY -> ScalarTypes.OCTETS;
                    case JSON, FORM, MULTIPART ->
                        media.schema()
                                .map(schema -> resolver.resolve(schema, className + "Request"))
                                .orElse(kind == BodyKind.JSON ? JavaType.ANY : JavaType.mapOf(JavaType.ANY));
                };
        ObjectNode described = type.describe();
        described.put("isBinary", kind == BodyKind.BINARY);
        described.put("java", names.take("body", "_"));
        described.put("wire", "");
        described.put("wireLiteral", "\"body\"");
        described.put("in", "body");
        for (Parameter.In in : Parameter.In.values()) {
            described.put("in" + JavaNames.type(in.name().toLowerCase(Locale.ROOT)), false);
        }
        described.put("required", body.required());
        described.put("isBody", true);
        describe(described, body.description(), false);
        all.add(described);
        target.put("hasBody", true);
        target.set("body", described);
        target.put("bodyFactory", kind.factory);
        target.put("bodyMediaType", JavaText.literal(BodyKind.sent(media)));
        target.put("bodyRequired", body.required() && !type.nullable());
        List<String> others = body.content().stream()
                .filter(each -> !each.name().equals(media.name()))
                .map(each -> PageText.code(each.name()))
                .toList();
        target.put("bodySent", PageText.code(BodyKind.sent(media)));
        target.put("otherBodies", String.join(", ", others));
        target.put("hasOtherBodies", !others.isEmpty());
        ArrayNode parts = target.putArray("parts");
        media.encoding()
                .forEach((property, encoding) -> parts.addObject()
                        .put("property", JavaText.literal(property))
                        .put(
                                "contentType",
                                JavaText.literal(encoding.contentType().orElse("")))
                        .put("style", encoding.style().name())
                        .put("explode", encoding.explode())
                        .put("notLast", parts.size() < media.encoding().size()));
        target.put("hasParts", !parts.isEmpty());
        target.put("takesParts", kind == BodyKind.FORM || kind == BodyKind.MULTIPART);
    }
}
