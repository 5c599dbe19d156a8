package dev.countersign.mock.xml;

import dev.countersign.mock.exchange.PercentEncoding;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** What schemas say about XML, looked up through references and combinations. */
final class XmlSchemas {
    private static final int DEEPEST = 16;
    private static final List<String> COMBINATIONS = List.of("allOf", "oneOf", "anyOf");

    private final JsonNode document;

    XmlSchemas(JsonNode document) {
        this.document = document;
    }

    JsonNode property(JsonNode schema, String name) {
        return find(schema, "/properties/" + name.replace("~", "~0").replace("/", "~1"), 0);
    }

    /** Every property that some branch of the schema names, the schema's own first. */
    Map<String, JsonNode> properties(JsonNode schema) {
        Map<String, JsonNode> properties = new LinkedHashMap<>();
        collect(
                schema,
                "properties",
                0,
                part -> part.properties().forEach(entry -> properties.putIfAbsent(entry.getKey(), entry.getValue())));
        return properties;
    }

    Set<String> required(JsonNode schema) {
        Set<String> required = new HashSet<>();
        collect(schema, "required", 0, part -> part.forEach(name -> required.add(name.asString(""))));
        return required;
    }

    /** The schema of an array's item, which {@code prefixItems} may give by its place. */
    JsonNode item(JsonNode schema, int index) {
        JsonNode own = find(schema, "/prefixItems/" + index, 0);
        return own.isMissingNode() ? find(schema, "/items", 0) : own;
    }

    JsonNode additional(JsonNode schema) {
        return find(schema, "/additionalProperties", 0);
    }

    String hint(JsonNode schema, String name) {
        return find(schema, "/xml/" + name, 0).asString("");
    }

    boolean isAttribute(JsonNode schema) {
        return hint(schema, "attribute").equals("true")
                || hint(schema, "nodeType").equals("attribute");
    }

    /** Whether the value is the text of its parent's element, beside attributes (OAS 3.2). */
    boolean isText(JsonNode schema) {
        return hint(schema, "nodeType").equals("text") || isCdata(schema);
    }

    boolean isCdata(JsonNode schema) {
        return hint(schema, "nodeType").equals("cdata");
    }

    /** Whether an array has an element around its items. */
    boolean isWrapped(JsonNode schema) {
        return hint(schema, "wrapped").equals("true")
                || hint(schema, "nodeType").equals("element");
    }

    /** The name with the hinted prefix. */
    String name(JsonNode schema, String fallback) {
        String prefix = hint(schema, "prefix");
        return prefix.isEmpty() ? localName(schema, fallback) : fit(prefix) + ":" + localName(schema, fallback);
    }

    /** The name: as hinted, else the fallback, made fit for XML. */
    String localName(JsonNode schema, String fallback) {
        String hinted = hint(schema, "name");
        return fit(hinted.isEmpty() ? fallback : hinted);
    }

    /** The name of the component that a schema refers to; {@code root} for one that stands in place. */
    String referenceName(JsonNode schema) {
        String reference = schema.path("$ref").asString("");
        return reference.isEmpty() ? "root" : reference.substring(reference.lastIndexOf('/') + 1);
    }

    private static String fit(String name) {
        StringBuilder fit = new StringBuilder(name.length() + 1);
        name.codePoints()
                .forEach(c -> fit.appendCodePoint(
                        Character.isLetterOrDigit(c) || c == '_' || c == '.' || c == '-' ? c : '_'));
        boolean starts = fit.length() > 0 && (Character.isLetter(fit.codePointAt(0)) || fit.charAt(0) == '_');
        return starts ? fit.toString() : "_" + fit;
    }

    private JsonNode target(JsonNode schema) {
        String reference = schema.path("$ref").asString("");
        return reference.startsWith("#/")
                ? document.at(JsonPointer.compile(PercentEncoding.decode(reference.substring(1))))
                : MissingNode.getInstance();
    }

    private JsonNode find(JsonNode schema, String pointer, int depth) {
        if (depth > DEEPEST || !schema.isObject()) {
            return MissingNode.getInstance();
        }
        JsonNode found = schema.at(pointer);
        if (found.isMissingNode()) {
            found = find(target(schema), pointer, depth + 1);
        }
        for (String combination : COMBINATIONS) {
            for (JsonNode branch : schema.path(combination)) {
                if (found.isMissingNode()) {
                    found = find(branch, pointer, depth + 1);
                }
            }
        }
        return found;
    }

    private void collect(JsonNode schema, String keyword, int depth, Consumer<JsonNode> parts) {
        if (depth > DEEPEST || !schema.isObject()) {
            return;
        }
        parts.accept(schema.path(keyword));
        collect(target(schema), keyword, depth + 1, parts);
        for (String combination : COMBINATIONS) {
            schema.path(combination).forEach(branch -> collect(branch, keyword, depth + 1, parts));
        }
    }
}
