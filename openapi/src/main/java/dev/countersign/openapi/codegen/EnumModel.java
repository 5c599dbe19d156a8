package dev.countersign.openapi.codegen;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Describes the class of an enumeration of strings or integers. It stays open for values that come to be later. */
final class EnumModel {
    private EnumModel() {}

    /** The only strings that a schema allows; empty where it allows any other value. */
    static Set<String> strings(Shape shape) {
        Set<String> strings = new LinkedHashSet<>();
        if (shape.keyword("const").isString()) {
            strings.add(shape.keyword("const").stringValue());
        }
        for (JsonNode value : shape.keyword("enum")) {
            if (value.isString()) {
                strings.add(value.stringValue());
            }
        }
        return strings;
    }

    static void describe(Models models, String name, JsonNode schema, Shape shape, List<JsonNode> values) {
        boolean strings = values.get(0).isString();
        ObjectNode model = models.open(name, "enum");
        Docs.add(model, schema.path("description").asString(shape.text("description")));
        model.put("strings", strings);
        model.put("integers", !strings);
        model.put("valueType", strings ? "String" : "long");
        model.put("valueBoxed", strings ? "String" : "Long");
        Scope names = Scope.ofMembers(Reserved.constants());
        JsonNode given = shape.keyword("x-enum-varnames");
        ArrayNode constants = model.putArray("constants");
        for (int i = 0; i < values.size(); i++) {
            JsonNode value = values.get(i);
            String wanted = given.path(i).isString()
                    ? given.get(i).stringValue()
                    : value.asString().replaceFirst("^-(?=\\d)", "minus ");
            ObjectNode constant = constants.addObject();
            constant.put("java", names.take(JavaNames.constant(wanted), "_"));
            constant.put("literal", strings ? JavaText.literal(value.stringValue()) : value.longValue() + "L");
            constant.put("docValue", JavaText.docCode(value.asString()));
            constant.put("notLast", i < values.size() - 1);
        }
    }
}
