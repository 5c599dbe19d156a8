package dev.countersign.openapi.codegen;

import dev.countersign.openapi.contract.MediaTypeSpec;
import dev.countersign.openapi.contract.Operation;
import dev.countersign.openapi.contract.ResponseSpec;
import dev.countersign.openapi.contract.SchemaNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Describes what an operation returns and throws. */
final class Responses {
    /** Responses that carry nothing, whatever a document says (RFC 9110 sections 15.3.5, 15.3.6 and 15.4.5). */
    static final Set<String> WITHOUT_CONTENT = Set.of("204", "205", "304");

    private final TypeResolver resolver;
    private final Failures failures;
    private final Sequences sequences;

    Responses(TypeResolver resolver, Failures failures) {
        this.resolver = resolver;
        this.failures = failures;
        this.sequences = new Sequences(resolver);
    }

    /** One response; what it is as a stream is there if the client hands it out as one. */
    private record Row(
            ResponseSpec response,
            BodyKind kind,
            JavaType type,
            Optional<MediaTypeSpec> media,
            Optional<Sequences.Streamed> streamed) {
        boolean isEmpty() {
            return media.isEmpty();
        }
    }

    void describe(ObjectNode target, Operation operation, String className) {
        List<Row> rows = operation.responses().stream()
                .map(response -> row(response, className, operation.method().equals("HEAD"), false))
                .toList();
        List<Row> successes =
                rows.stream().filter(row -> succeeds(row.response().status())).toList();
        if (successes.isEmpty()) {
            successes = rows.stream()
                    .filter(row -> row.response().status().equals("default"))
                    .toList();
        }
        JavaType returned = returned(target, successes, className);
        List<Row> bodies = successes.stream().filter(row -> !row.isEmpty()).toList();
        target.put("savable", !bodies.isEmpty() && bodies.stream().noneMatch(row -> row.kind() == BodyKind.JSON));
        ArrayNode success = target.putArray("successes");
        for (Row row : successes) {
            boolean viaUnion = !row.isEmpty()
                    && returned.kind() == JavaType.Kind.UNION
                    && !row.type().isModel();
            String token = viaUnion ? returned.token() : row.type().token();
            success.add(line(row).put("decoding", decoding(row, token)));
        }
        ArrayNode failed = target.putArray("failures");
        for (Row row : rows) {
            if (!succeeds(row.response().status())) {
                failed.add(failure(row));
            }
        }
        target.put("accept", JavaText.literal(accept(rows)));
        target.put("returnDoc", returnDoc(target, successes));
        List<Row> errors =
                rows.stream().filter(row -> !succeeds(row.response().status())).toList();
        streamed(target, successes, errors, className);
    }

    /** The other form of an operation that can be answered with a stream, and with something else. */
    private void streamed(ObjectNode target, List<Row> successes, List<Row> errors, String className) {
        List<Row> rows = successes.stream()
                .filter(row -> !row.isEmpty() && row.streamed().isEmpty())
                .filter(row -> row.response().content().stream().anyMatch(Sequences::isOne))
                .map(row -> row(row.response(), className, false, true))
                .toList();
        boolean alike = rows.stream().map(row -> row.type().boxed()).distinct().count() == 1;
        target.put("streams", alike);
        if (!alike) {
            return;
        }
        ObjectNode streamed = target.putObject("streamed");
        streamed.put("streamReturns", rows.get(0).type().boxed());
        streamed.put(
                "streamAccept",
                JavaText.literal(
                        accept(Stream.concat(rows.stream(), errors.stream()).toList())));
        ArrayNode success = streamed.putArray("streamSuccesses");
        rows.forEach(row ->
                success.add(line(row).put("decoding", decoding(row, row.type().token()))));
    }

    /** What comes back, in the words of the successful responses. */
    private static String returnDoc(ObjectNode target, List<Row> successes) {
        List<String> told = successes.stream()
                .filter(row -> !row.isEmpty())
                .map(row -> row.response().description().strip())
                .filter(text -> !text.isEmpty())
                .distinct()
                .toList();
        String all = String.join("; or: ", told);
        boolean maybeNull = !target.path("isVoid").booleanValue()
                && target.path("returnsNullable").booleanValue();
        return maybeNull ? (all.isEmpty() ? "null" : all + "; null") + " where the answer holds no value" : all;
    }

    private static boolean succeeds(String status) {
        return status.startsWith("1") || status.startsWith("2") || status.startsWith("3");
    }

    private Row row(ResponseSpec response, String className, boolean head, boolean stream) {
        boolean bodiless = head || WITHOUT_CONTENT.contains(response.status());
        boolean maybeStream = succeeds(response.status()) || response.status().equals("default");
        Optional<MediaTypeSpec> media = bodiless
                ? Optional.empty()
                : BodyKind.preferred(response.content().stream()
                                .filter(each -> !maybeStream || Sequences.isOne(each) == stream)
                                .toList())
                        .or(() -> BodyKind.preferred(response.content()));
        if (media.isEmpty()) {
            JavaType nothing = JavaType.reference(JavaType.Kind.ANY, "Void");
            return new Row(response, BodyKind.JSON, nothing, media, Optional.empty());
        }
        BodyKind kind = BodyKind.of(media.get());
        String hint = className + JavaNames.type(response.status()).replaceFirst("^Model(?=\\d)", "") + "Response";
        if (maybeStream && Sequences.isOne(media.get())) {
            Sequences.Streamed streamed = sequences.typeOf(media.get(), hint);
            return new Row(response, kind, streamed.type(), media, Optional.of(streamed));
        }
        JavaType type =
                switch (kind) {
                    case TEXT, FORM -> JavaType.STRING;
                    case BINARY, MULTIPART -> JavaType.reference(JavaType.Kind.BINARY, "byte[]");
                    case JSON ->
                        media.get()
                                .schema()
                                .map(schema -> resolver.resolve(schema, hint))
                                .orElse(JavaType.ANY);
                };
        return new Row(response, kind, type, media, Optional.empty());
    }

    private JavaType returned(ObjectNode target, List<Row> successes, String className) {
        Map<String, Row> withBody = new LinkedHashMap<>();
        successes.stream().filter(row -> !row.isEmpty()).forEach(row -> {
            withBody.putIfAbsent(row.type().boxed(), row);
        });
        JavaType returned;
        if (withBody.isEmpty()) {
            returned = JavaType.primitive(JavaType.Kind.ANY, "void", "Void");
        } else if (withBody.size() == 1) {
            returned = withBody.values().iterator().next().type();
        } else if (withBody.values().stream().allMatch(row -> row.kind() == BodyKind.JSON)) {
            returned = oneOf(List.copyOf(withBody.values()), className);
        } else {
            returned = JavaType.reference(JavaType.Kind.ANY, "Object");
        }
        boolean maybeEmpty = successes.stream().anyMatch(Row::isEmpty) && !withBody.isEmpty();
        target.put("isVoid", withBody.isEmpty());
        target.put("returns", maybeEmpty || returned.nullable() ? returned.boxed() : returned.name());
        target.put("returnsBoxed", returned.boxed());
        target.put("returnsNullable", maybeEmpty || returned.nullable());
        target.put("returnsAnnotated", maybeEmpty || returned.nullable() ? returned.annotatedBoxed() : returned.name());
        return returned;
    }

    private JavaType oneOf(List<Row> rows, String className) {
        List<SchemaNode> schemas = new ArrayList<>();
        for (Row row : rows) {
            row.media().flatMap(MediaTypeSpec::schema).ifPresent(schemas::add);
        }
        if (schemas.size() < rows.size()) {
            return JavaType.reference(JavaType.Kind.ANY, "Object");
        }
        SchemaNode schema = SchemaNode.anything("");
        String name = resolver.models().name(className + "Result");
        return UnionModel.describe(
                resolver,
                JavaType.reference(JavaType.Kind.UNION, name),
                schema,
                resolver.document().shape(schema).copy(),
                schemas);
    }

    private static String decoding(Row row, String token) {
        if (row.isEmpty()) {
            return "Decoding.none()";
        }
        if (row.streamed().isPresent()) {
            return row.streamed().get().decoding();
        }
        return switch (row.kind()) {
            case JSON -> "Decoding." + jsonDecoding(row) + "(" + token + ")";
            case TEXT, FORM -> "Decoding.text()";
            case BINARY, MULTIPART -> "Decoding.bytes()";
        };
    }

    /** With a range, or a text beside JSON, the answer may be what it says that it is. */
    private static String jsonDecoding(Row row) {
        boolean maybeText = row.response().content().stream()
                .filter(media -> !Sequences.isOne(media))
                .anyMatch(media -> media.name().contains("*") || BodyKind.of(media) == BodyKind.TEXT);
        return (maybeText ? "byContentType" : "json") + (row.type().nullable() ? "OrNull" : "");
    }

    private ObjectNode line(Row row) {
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        line.put("status", row.response().status());
        line.put("statusLiteral", JavaText.literal(row.response().status()));
        line.put("type", row.type().boxed());
        line.put("empty", row.isEmpty());
        line.put("typeLink", row.type().link());
        line.put("description", row.response().description());
        Docs.add(line, row.response().description());
        return line;
    }

    private ObjectNode failure(Row row) {
        ObjectNode line = line(row);
        Optional<String> exception = row.kind() == BodyKind.JSON && row.type().isModel()
                ? Optional.of(
                        failures.exceptionFor(row.type(), row.media().flatMap(MediaTypeSpec::schema), row.response()))
                : Optional.empty();
        line.put("typed", exception.isPresent());
        line.put("exception", exception.orElse("ApiException"));
        line.put("token", row.type().token());
        return line;
    }

    private static String accept(List<Row> rows) {
        Set<String> types = new LinkedHashSet<>();
        rows.forEach(row -> row.media().ifPresent(media -> types.add(media.name())));
        return String.join(", ", types);
    }
}
