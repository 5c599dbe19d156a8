package dev.countersign.openapi.contract;

import dev.countersign.openapi.contract.Parameter.In;
import dev.countersign.openapi.contract.Parameter.Style;
import dev.countersign.openapi.json.Pointer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads what an operation consists of: parameters, bodies, responses, examples. */
final class OperationParts {
    /** Header parameters of these names "shall be ignored" (OAS 3.1 section 4.8.12.2). */
    private static final Set<String> DESCRIBED_ELSEWHERE = Set.of("accept", "content-type", "authorization");

    private final ExternalValues externals;
    private final Function<String, Problem.Place> places;

    /**
     * A reader.
     *
     * @param places where a part of the document is written, by its pointer
     */
    OperationParts(ExternalValues externals, Function<String, Problem.Place> places) {
        this.externals = externals;
        this.places = places;
    }

    List<Parameter> parameters(DocumentNode list) {
        List<Parameter> parameters = new ArrayList<>();
        for (DocumentNode each : list.children()) {
            DocumentNode part = each.resolved();
            in(part.text("in"))
                    .filter(in -> in != In.HEADER
                            || !DESCRIBED_ELSEWHERE.contains(part.text("name").toLowerCase(Locale.ROOT)))
                    .ifPresent(in -> parameters.add(parameter(part, in)));
        }
        return parameters;
    }

    /** The one parameter that is the whole query (OAS 3.2 section 4.12.2). */
    Optional<QueryString> queryString(DocumentNode list) {
        for (DocumentNode each : list.children()) {
            DocumentNode part = each.resolved();
            List<MediaTypeSpec> content = part.text("in").equals("querystring") ? content(part) : List.of();
            if (!content.isEmpty()) {
                return Optional.of(new QueryString(
                        part.text("name"), part.flag("required", false), content.get(0), part.pointer()));
            }
        }
        return Optional.empty();
    }

    private Parameter parameter(DocumentNode part, In in) {
        Style style = style(part).orElse(defaultStyle(in));
        return new Parameter(
                part.text("name"),
                in,
                in == In.PATH || part.flag("required", false),
                style,
                part.flag("explode", style == Style.FORM || style == Style.COOKIE),
                part.flag("allowReserved", false),
                part.flag("allowEmptyValue", false),
                part.flag("deprecated", false),
                schema(part),
                content(part).stream().findFirst(),
                examples(part),
                part.text("description"),
                part.pointer());
    }

    Optional<RequestBody> requestBody(DocumentNode field) {
        DocumentNode part = field.resolved();
        if (!part.node().isObject()) {
            return Optional.empty();
        }
        return Optional.of(
                new RequestBody(part.flag("required", false), content(part), part.text("description"), part.pointer()));
    }

    List<ResponseSpec> responses(DocumentNode map) {
        List<ResponseSpec> responses = new ArrayList<>();
        for (DocumentNode each : map.children()) {
            DocumentNode part = each.resolved();
            Map<String, JsonNode> links = new LinkedHashMap<>();
            part.child("links")
                    .entries()
                    .forEach(link -> links.put(link.name(), link.resolved().node()));
            responses.add(new ResponseSpec(
                    status(each.name()),
                    part.text("description"),
                    headers(part),
                    content(part),
                    links,
                    part.pointer()));
        }
        return responses;
    }

    private static String status(String key) {
        return key.equals("default") ? key : key.toUpperCase(Locale.ROOT);
    }

    private List<HeaderSpec> headers(DocumentNode holder) {
        List<HeaderSpec> headers = new ArrayList<>();
        for (DocumentNode each : holder.child("headers").entries()) {
            if (!each.name().equalsIgnoreCase("Content-Type")) {
                DocumentNode part = each.resolved();
                headers.add(new HeaderSpec(
                        each.name(),
                        part.flag("required", false),
                        part.flag("explode", false),
                        schema(part),
                        content(part).stream().findFirst(),
                        examples(part),
                        part.pointer()));
            }
        }
        return headers;
    }

    private List<MediaTypeSpec> content(DocumentNode holder) {
        List<MediaTypeSpec> content = new ArrayList<>();
        for (DocumentNode each : holder.child("content").entries()) {
            DocumentNode part = each.resolved();
            Map<String, Encoding> encoding = new LinkedHashMap<>();
            part.child("encoding").entries().forEach(property -> encoding.put(property.name(), encoding(property)));
            content.add(new MediaTypeSpec(
                    each.name(),
                    schema(part).or(() -> sequence(part, each.name())),
                    examples(part, each.name()),
                    encoding,
                    part.child("prefixEncoding").children().stream()
                            .map(this::encoding)
                            .toList(),
                    Optional.of(part.child("itemEncoding"))
                            .filter(DocumentNode::exists)
                            .map(this::encoding),
                    part.pointer()));
        }
        return content;
    }

    private Encoding encoding(DocumentNode part) {
        Style style = style(part).orElse(Style.FORM);
        String contentType = part.text("contentType");
        return new Encoding(
                contentType.isEmpty() ? Optional.empty() : Optional.of(contentType),
                headers(part),
                style,
                part.flag("explode", style == Style.FORM),
                part.node().has("style")
                        || part.node().has("explode")
                        || part.node().has("allowReserved"));
    }

    private static Optional<SchemaNode> schema(DocumentNode holder) {
        DocumentNode schema = holder.child("schema");
        return schema.exists() ? Optional.of(schema.schema()) : Optional.empty();
    }

    /** A sequence is an array to JSON Schema (OAS 3.2 section 4.14.2). The synthetic schema stands nowhere. */
    private static Optional<SchemaNode> sequence(DocumentNode mediaType, String name) {
        DocumentNode item = mediaType.child("itemSchema");
        if (!item.exists()) {
            return Optional.empty();
        }
        ObjectNode array = JsonNodeFactory.instance.objectNode().put("type", "array");
        array.putObject("items").put("$ref", Pointer.toReference(item.pointer()));
        if (name.startsWith("multipart/")) {
            array.put("minItems", 1); // RFC 2046 section 5.1.1: a body has at least one part
        }
        return Optional.of(mediaType.child("schema").schema().insteadOf(array));
    }

    private List<Example> examples(DocumentNode holder) {
        return examples(holder, "");
    }

    private List<Example> examples(DocumentNode holder, String mediaType) {
        List<Example> examples = new ArrayList<>();
        for (DocumentNode each : holder.child("examples").entries()) {
            examples.add(example(each.name(), each.resolved(), mediaType));
        }
        DocumentNode lone = holder.child("example");
        if (examples.isEmpty() && lone.exists()) {
            examples.add(new Example("", "", Optional.of(lone.node()), Map.of(), lone.pointer()));
        }
        return examples;
    }

    private Example example(String name, DocumentNode part, String mediaType) {
        DocumentNode value = ExampleValue.of(part, mediaType);
        String external = part.text("externalValue");
        Map<String, JsonNode> extensions = new LinkedHashMap<>();
        for (DocumentNode field : part.entries()) {
            if (field.name().startsWith("x-")) {
                extensions.put(field.name(), field.node());
            }
        }
        return new Example(
                name,
                part.text("summary"),
                value.exists() ? Optional.of(value.node()) : external(external, mediaType, part.pointer()),
                extensions,
                value.exists() ? value.pointer() : part.pointer());
    }

    private Optional<JsonNode> external(String reference, String mediaType, String pointer) {
        return reference.isEmpty() ? Optional.empty() : externals.read(reference, mediaType, places.apply(pointer));
    }

    static Optional<In> in(String text) {
        return switch (text) {
            case "path" -> Optional.of(In.PATH);
            case "query" -> Optional.of(In.QUERY);
            case "header" -> Optional.of(In.HEADER);
            case "cookie" -> Optional.of(In.COOKIE);
            default -> Optional.empty();
        };
    }

    private static Style defaultStyle(In in) {
        return in == In.QUERY || in == In.COOKIE ? Style.FORM : Style.SIMPLE;
    }

    /** The collection format comes from Swagger 2.0, which has it where no style of OpenAPI 3 says the same. */
    private static Optional<Style> style(DocumentNode part) {
        return switch (part.text("x-collectionFormat")) {
            case "ssv" -> Optional.of(Style.SPACE_DELIMITED);
            case "pipes" -> Optional.of(Style.PIPE_DELIMITED);
            case "tsv" -> Optional.of(Style.TAB_DELIMITED);
            default -> style(part.text("style"));
        };
    }

    private static Optional<Style> style(String text) {
        return switch (text) {
            case "matrix" -> Optional.of(Style.MATRIX);
            case "label" -> Optional.of(Style.LABEL);
            case "simple" -> Optional.of(Style.SIMPLE);
            case "form" -> Optional.of(Style.FORM);
            case "spaceDelimited" -> Optional.of(Style.SPACE_DELIMITED);
            case "pipeDelimited" -> Optional.of(Style.PIPE_DELIMITED);
            case "deepObject" -> Optional.of(Style.DEEP_OBJECT);
            case "cookie" -> Optional.of(Style.COOKIE);
            default -> Optional.empty();
        };
    }
}
