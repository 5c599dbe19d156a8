package dev.countersign.mock.state.scenario;

import dev.countersign.openapi.json.Pointer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads values whose texts may hold expressions. A text that is one expression has that expression's value, of any type. */
record TemplateReader(ExpressionReader expressions) {
    Template read(JsonNode value, String pointer) {
        if (value.isString()) {
            return text(expressions.parts(value.stringValue(), pointer));
        }
        if (value.isObject()) {
            Map<String, Template> members = new LinkedHashMap<>();
            value.properties()
                    .forEach(member -> members.put(
                            member.getKey(), read(member.getValue(), Pointer.child(pointer, member.getKey()))));
            return scope -> object(members, scope);
        }
        if (value.isArray()) {
            List<Template> items = new ArrayList<>();
            for (int i = 0; i < value.size(); i++) {
                items.add(read(value.get(i), Pointer.child(pointer, i)));
            }
            return scope -> array(items, scope);
        }
        return scope -> value;
    }

    private static Template text(List<Expression> parts) {
        if (parts.size() == 1) {
            return parts.get(0)::value;
        }
        return scope -> JsonNodeFactory.instance.stringNode(
                parts.stream().map(part -> Template.text(part.value(scope))).collect(Collectors.joining()));
    }

    /** What has no value is left out. */
    private static JsonNode object(Map<String, Template> members, Scope scope) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        members.forEach((name, member) -> {
            JsonNode value = member.value(scope);
            if (!value.isMissingNode()) {
                object.set(name, value);
            }
        });
        return object;
    }

    private static JsonNode array(List<Template> items, Scope scope) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (Template item : items) {
            JsonNode value = item.value(scope);
            if (!value.isMissingNode()) {
                array.add(value);
            }
        }
        return array;
    }
}
