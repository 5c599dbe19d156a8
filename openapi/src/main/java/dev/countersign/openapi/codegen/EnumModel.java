package dev.countersign.openapi.codegen;

import dev.countersign.openapi.contract.SchemaNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Describes the class of an enumeration of strings or integers. It stays open for values that come to be later. */
final class EnumModel {
    /** Beyond that the initialiser of the class that holds the constants would be longer than Java allows. */
    private static final int MOST_CONSTANTS = 2_000;

    private static final int PORTION = 1_000;

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

    static void describe(Models models, String name, SchemaNode schema, Shape shape, List<JsonNode> values) {
        boolean strings = values.get(0).isString();
        ObjectNode model =
                models.open(name, "enum", schema, shape, "A value that the contract does not name is kept. Immutable.");
        model.put("strings", strings);
        model.put("integers", !strings);
        model.put("valueType", strings ? "String" : "long");
        model.put("valueBoxed", strings ? "String" : "Long");
        boolean named = values.size() <= MOST_CONSTANTS;
        model.put("named", named);
        if (named) {
            constants(model.putArray("constants"), shape, values);
        } else {
            portions(model.putArray("portions"), values);
        }
        models.imports(name)
                .add("JsonCreator JsonDeserialize JsonDeserializer JsonValue KnownValues List Nullable OpenEnum");
    }

    private static void constants(ArrayNode constants, Shape shape, List<JsonNode> values) {
        DistinctNames names = DistinctNames.ofMembers(Reserved.constants());
        JsonNode given = shape.keyword("x-enum-varnames");
        JsonNode told = shape.keyword("x-enum-descriptions");
        for (int i = 0; i < values.size(); i++) {
            JsonNode value = values.get(i);
            String wanted = given.path(i).isString()
                    ? given.get(i).stringValue()
                    : value.asString().replaceFirst("^-(?=\\d)", "minus ");
            ObjectNode constant = constants.addObject();
            constant.put("java", names.take(JavaNames.constant(wanted), "_"));
            constant.put("literal", literal(value));
            constant.put("first", i == 0);
            constant.put("notLast", i < values.size() - 1);
            Javadoc javadoc = told.path(i).isString()
                    ? Javadoc.of(told.get(i).stringValue())
                    : new Javadoc().paragraph(JavadocText.code(value.asString()));
            javadoc.describe(constant, "javadoc");
        }
    }

    private static void portions(ArrayNode portions, List<JsonNode> values) {
        for (int at = 0; at < values.size(); at += PORTION) {
            List<JsonNode> some = values.subList(at, Math.min(at + PORTION, values.size()));
            ObjectNode portion = portions.addObject();
            portion.put("class", "Values" + portions.size());
            portion.put("notLast", at + PORTION < values.size());
            ArrayNode literals = portion.putArray("literals");
            some.forEach(value -> literals.add(literal(value)));
        }
    }

    private static String literal(JsonNode value) {
        return value.isString() ? JavaText.literal(value.stringValue()) : value.longValue() + "L";
    }
}
