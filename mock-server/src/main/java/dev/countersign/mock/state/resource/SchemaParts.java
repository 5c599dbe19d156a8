package dev.countersign.mock.state.resource;

import dev.countersign.mock.exchange.MediaType;
import dev.countersign.openapi.contract.MediaTypeSpec;
import dev.countersign.openapi.contract.Operation;
import dev.countersign.openapi.contract.ResponseSpec;
import dev.countersign.openapi.contract.SchemaNode;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What schemas say of objects and arrays, whichever of the schemas that apply to a value says it. */
final class SchemaParts {
    private SchemaParts() {}

    static Optional<SchemaNode> items(SchemaNode schema) {
        return schema.applied().stream()
                .map(each -> each.child("items"))
                .filter(SchemaNode::exists)
                .findFirst();
    }

    static boolean isObject(SchemaNode schema) {
        return schema.types().contains("object") || !schema.properties().isEmpty();
    }

    static boolean hasFormat(SchemaNode schema, String format) {
        return schema.keywords("format")
                .findFirst()
                .filter(value -> value.asString("").equals(format))
                .isPresent();
    }

    /** The JSON of an operation's first success that has a schema for it. */
    static Optional<MediaTypeSpec> successBody(Operation operation) {
        return operation.responses().stream()
                .filter(response -> response.status().startsWith("2"))
                .sorted(Comparator.comparing(ResponseSpec::status))
                .flatMap(response -> json(response.content()).stream())
                .findFirst()
                .or(() -> operation.responses().stream()
                        .filter(response -> response.status().equals("default"))
                        .flatMap(response -> json(response.content()).stream())
                        .findFirst());
    }

    static Optional<MediaTypeSpec> requestBody(Operation operation) {
        return operation.requestBody().flatMap(body -> json(body.content()));
    }

    private static Optional<MediaTypeSpec> json(List<MediaTypeSpec> content) {
        return content.stream()
                .filter(spec -> spec.schema().isPresent())
                .filter(spec -> MediaType.parse(spec.name())
                        .filter(type -> type.isJson() || type.isRange())
                        .isPresent())
                .findFirst();
    }

    /** A name as it compares: {@code thing_id}, {@code thing-id} and {@code thingId} are one. */
    static String plain(String name) {
        return name.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
    }
}
