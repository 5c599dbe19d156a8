package dev.countersign.mock.validate;

import dev.countersign.mock.exchange.MediaType;
import dev.countersign.openapi.contract.MediaTypeSpec;
import dev.countersign.openapi.contract.SchemaNode;
import dev.countersign.openapi.json.Pointer;
import dev.countersign.openapi.schema.SchemaViolation;
import dev.countersign.openapi.schema.Schemas;
import dev.countersign.openapi.schema.format.Budget;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Reads the parts of a multipart body, each by its {@code encoding} (OAS 3.1 sections 4.8.14.4 and 4.8.15). Files are read as
 * text, as their schemas only say that they are binary.
 */
record PartsReader(Map<String, PartCheck> checks, ExpectedType expected) implements BodyReader {

    static BodyReader of(MediaTypeSpec spec, SchemaNode schema, ExpectedTypes expectedTypes, Schemas schemas) {
        Map<String, PartCheck> checks = new HashMap<>();
        spec.encoding()
                .forEach((name, encoding) ->
                        checks.put(name, PartCheck.of(encoding, schema.property(name), expectedTypes, schemas)));
        return new PartsReader(Map.copyOf(checks), expectedTypes.of(schema));
    }

    @Override
    public ReadResult read(MediaType actual, byte[] body, Budget budget) {
        String boundary = actual.parameters().getOrDefault("boundary", "");
        if (boundary.isEmpty()) {
            return new ReadResult.Malformed("has no boundary in its Content-Type (RFC 2046 section 5.1.1)");
        }
        Optional<List<Part>> closed = Multipart.parse(body, boundary);
        if (closed.isEmpty()) {
            return new ReadResult.Malformed("does not end with its boundary and two dashes (RFC 2046 section 5.1.1)");
        }
        List<Part> parts = closed.get();
        return parts.isEmpty()
                ? new ReadResult.Malformed("has no part between boundaries (RFC 2046 section 5.1.1)")
                : read(parts, budget);
    }

    /** An object by the parts' names, or where the schema wants an array alone, one item per part. */
    private ReadResult read(List<Part> parts, Budget budget) {
        return expected.isArray() && !expected.isObject() ? readItems(parts) : readFields(parts, budget);
    }

    private ReadResult readFields(List<Part> parts, Budget budget) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        List<SchemaViolation> besides = new ArrayList<>(0);
        List<String> repeated = new ArrayList<>(0);
        for (Part part : parts) {
            String name = name(part);
            ExpectedType property = expected.property(name);
            @Nullable PartCheck check = checks.get(name);
            if (check != null && check.refuses(part)) {
                return new ReadResult.Malformed("has a part \"" + name
                        + "\" of a media type that is not documented; send "
                        + check.encoding().contentType().orElse(""));
            }
            if (check != null) {
                besides.addAll(check.headers(part, pointer(name, property, object), budget));
            }
            ReadResult reading = check == null ? ReadResult.MISSING : check.read(part, property, budget);
            if (reading instanceof ReadResult.Missing) {
                reading = value(
                        part,
                        property.isArray() ? property.item(object.path(name).size()) : property);
            }
            if (reading instanceof ReadResult.Malformed malformed) {
                return new ReadResult.Malformed("has a part \"" + name + "\" that " + malformed.message());
            }
            if (reading instanceof ReadResult.Value value) {
                String at = pointer(name, property, object);
                value.repeated().forEach(pointer -> repeated.add(at + pointer));
            }
            add(
                    object,
                    name,
                    property,
                    reading instanceof ReadResult.Value value ? value.node() : StringNode.valueOf(""));
        }
        return new ReadResult.Value(object, besides, repeated);
    }

    /** Some clients mark the names of arrays with brackets. */
    private String name(Part part) {
        boolean marked = part.name().endsWith("[]") && !expected.properties().containsKey(part.name());
        return marked ? part.name().substring(0, part.name().length() - 2) : part.name();
    }

    private static String pointer(String name, ExpectedType property, ObjectNode object) {
        String own = Pointer.child("", name);
        return property.isArray() ? own + "/" + object.path(name).size() : own;
    }

    private static void add(ObjectNode object, String name, ExpectedType property, JsonNode node) {
        if (node.isArray() || !property.isArray()) {
            object.set(name, node);
        } else if (object.path(name) instanceof ArrayNode array) {
            array.add(node);
        } else {
            object.putArray(name).add(node);
        }
    }

    /** A multipart body without names (OAS 3.2 section 4.14.5). */
    private ReadResult readItems(List<Part> parts) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        List<String> repeated = new ArrayList<>(0);
        for (Part part : parts) {
            ReadResult reading = value(part, expected.item(array.size()));
            if (reading instanceof ReadResult.Malformed malformed) {
                return new ReadResult.Malformed("has a part " + array.size() + " that " + malformed.message());
            }
            if (reading instanceof ReadResult.Value value) {
                String at = "/" + array.size();
                value.repeated().forEach(pointer -> repeated.add(at + pointer));
            }
            array.add(reading instanceof ReadResult.Value value ? value.node() : StringNode.valueOf(""));
        }
        return new ReadResult.Value(array, List.of(), repeated);
    }

    private static ReadResult value(Part part, ExpectedType expected) {
        boolean json =
                part.type().map(MediaType::isJson).orElse(false) || part.type().isEmpty() && expected.isObject();
        boolean read = json && (!part.isFile() || expected.isObject());
        ReadResult reading = read ? JsonBody.read(part.content()) : ReadResult.MISSING;
        boolean guessed = part.type().isEmpty() && expected.allows(ExpectedType.Type.STRING);
        return read && !(guessed && reading instanceof ReadResult.Malformed)
                ? reading
                : new ReadResult.Value(Coercion.coerce(part.text(), part.isFile() ? ExpectedType.UNKNOWN : expected));
    }
}
