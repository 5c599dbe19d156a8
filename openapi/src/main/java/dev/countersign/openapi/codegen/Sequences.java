package dev.countersign.openapi.codegen;

import dev.countersign.openapi.contract.MediaTypeSpec;
import dev.countersign.openapi.contract.SchemaNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Answers that are sequences, which the client hands out item by item: JSON lines, JSON text sequences and server-sent events
 * (OAS 3.2 section 4.14.2). What an item is says {@code itemSchema}, else {@code schema}, of which documents before 3.2 mean
 * either the item or an array of them.
 */
final class Sequences {
    private static final String JSON = "x?-?(jsonl|jsonlines|ndjson)|json-seq|.+\\+(jsonl|ndjson|json-seq)";
    private static final Set<String> OF_EVENT = Set.of("data", "event", "id", "retry", "comment");

    private final TypeResolver resolver;

    Sequences(TypeResolver resolver) {
        this.resolver = resolver;
    }

    /**
     * The type that an answer has in Java.
     *
     * @param type of the stream; its token is that of an item
     * @param decoding how the answer is read
     */
    record Streamed(JavaType type, String decoding) {
        private static Streamed of(String name, JavaType item, String factory) {
            String type = name + "<" + item.boxed() + ">";
            return new Streamed(
                    new JavaType(JavaType.Kind.ANY, type, type, item.token(), false, item.secret()),
                    "Decoding." + factory);
        }
    }

    /** Whether a body of this media type is one; not if its schema says that it is octets, however they are called. */
    static boolean isOne(MediaTypeSpec media) {
        return isOfEvents(media) || (isOfJson(media) && !BodyKind.isBinary(media));
    }

    /** Whether a type of Java is that of an answer which is one. */
    static boolean isStream(String type) {
        return type.startsWith("EventStream<") || type.startsWith("ItemStream<");
    }

    private static boolean isOfEvents(MediaTypeSpec media) {
        return BodyKind.bare(media.name()).equals("text/event-stream");
    }

    private static boolean isOfJson(MediaTypeSpec media) {
        String name = BodyKind.bare(media.name());
        return name.substring(name.indexOf('/') + 1).toLowerCase(Locale.ROOT).matches(JSON);
    }

    /**
     * The type of an answer that is one.
     *
     * @param hint what the class of an item is called if it needs one and has no name of its own
     */
    Streamed typeOf(MediaTypeSpec media, String hint) {
        if (isOfJson(media)) {
            JavaType item = item(media)
                    .filter(this::isNoText)
                    .map(schema -> resolver.resolve(schema, hint + "Item"))
                    .orElse(JavaType.ANY);
            return Streamed.of("ItemStream", item, "items(" + item.token() + ")");
        }
        return data(media, hint + "Data")
                .map(data -> Streamed.of("EventStream", data, "events(" + data.token() + ")"))
                .orElseGet(() -> Streamed.of("EventStream", JavaType.STRING, "textEvents()"));
    }

    /** Before 3.2, a document that calls JSON lines a string means all of them. */
    private boolean isNoText(SchemaNode schema) {
        return !resolver.document().shape(schema).is("string");
    }

    private Optional<SchemaNode> item(MediaTypeSpec media) {
        return declaredItem(media)
                .or(() -> media.schema().map(schema -> {
                    Shape shape = resolver.document().shape(schema);
                    return shape.keyword("items").isObject() ? shape.schema("items") : schema;
                }));
    }

    private static Optional<SchemaNode> declaredItem(MediaTypeSpec media) {
        return media.schema()
                .map(schema -> schema.at(media.pointer() + "/itemSchema"))
                .filter(SchemaNode::exists);
    }

    /** What events carry; absent when it is text. */
    private Optional<JavaType> data(MediaTypeSpec media, String hint) {
        List<SchemaNode> data = new ArrayList<>();
        item(media).ifPresent(item -> {
            Shape shape = resolver.document().shape(item);
            if (describesEvents(shape, declaredItem(media).isPresent())) {
                addData(shape, data);
            } else {
                data.add(item);
            }
        });
        Set<SchemaNode> json = new LinkedHashSet<>();
        for (SchemaNode each : data) {
            Optional<SchemaNode> content = json(each);
            if (content.isEmpty()) {
                return Optional.empty();
            }
            json.add(resolver.document().end(content.get()));
        }
        return json.size() > 1
                ? Optional.of(union(List.copyOf(json), hint))
                : data.stream().findFirst().flatMap(this::json).map(schema -> resolver.resolve(schema, hint));
    }

    private JavaType union(List<SchemaNode> alternatives, String hint) {
        SchemaNode schema = SchemaNode.anything("");
        JavaType own = JavaType.reference(JavaType.Kind.UNION, resolver.models().name(JavaNames.type(hint)));
        return UnionModel.describe(
                resolver, own, schema, resolver.document().shape(schema).copy(), alternatives);
    }

    /** Whether a schema is one of events, and not of what they carry. */
    private boolean describesEvents(Shape shape, boolean declared) {
        Set<String> names = new LinkedHashSet<>(shape.properties.keySet());
        names.addAll(shape.required);
        shape.variants.forEach(variant -> {
            Shape alternative = resolver.document().shape(variant);
            names.addAll(alternative.properties.keySet());
            names.addAll(alternative.required);
        });
        boolean plain = names.isEmpty() && declared && (shape.types.isEmpty() || shape.is("object"));
        return plain || (!names.isEmpty() && OF_EVENT.containsAll(names) && (declared || names.contains("data")));
    }

    /** What each alternative says about its data, or else what is said about that of all. */
    private void addData(Shape shape, List<SchemaNode> data) {
        SchemaNode own = shape.properties.get("data");
        boolean said = !shape.variants.isEmpty();
        for (SchemaNode variant : shape.variants) {
            SchemaNode its = resolver.document().shape(variant).properties.get("data");
            said &= its != null;
            if (its != null) {
                data.add(its);
            }
        }
        if (own != null && !said) {
            data.add(own);
        }
    }

    /** The schema of data that is JSON: one of its own, or that of a text's content; absent when it is text. */
    private Optional<SchemaNode> json(SchemaNode data) {
        Shape shape = resolver.document().shape(data);
        String mediaType = shape.text("contentMediaType");
        if (shape.keyword("contentSchema").isObject() && (mediaType.isEmpty() || mediaType.contains("json"))) {
            return Optional.of(shape.schema("contentSchema"));
        }
        boolean typed = !shape.types.isEmpty() || !shape.properties.isEmpty() || !shape.variants.isEmpty();
        return typed && !shape.types.contains("string") ? Optional.of(data) : Optional.empty();
    }
}
