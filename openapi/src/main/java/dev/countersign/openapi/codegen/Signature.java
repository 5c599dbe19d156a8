package dev.countersign.openapi.codegen;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Describes which values of an operation a Java method takes by position, and which in a holder of the optional ones. */
final class Signature {
    /** A Java method takes 255 words, two for a {@code long}; what is required beyond that is given like the optional. */
    private static final int MOST_BY_POSITION = 120;

    private static final int LONGEST = 70;

    private Signature() {}

    static void describe(ObjectNode target, List<ObjectNode> all) {
        List<String> declared = new ArrayList<>();
        List<String> types = new ArrayList<>();
        ArrayNode required = target.putArray("required");
        ArrayNode optional = target.putArray("optional");
        for (ObjectNode each : all) {
            boolean demanded = each.path("required").booleanValue();
            boolean positional = demanded && required.size() < MOST_BY_POSITION;
            String java = each.path("java").stringValue();
            String type = each.path("type").stringValue();
            each.put("value", positional ? each.path("local").stringValue() : "params." + java + "().orElse(null)");
            (positional ? required : optional).add(each);
            if (positional) {
                declared.add(type + " " + java);
                types.add(type.replaceAll("<.*>", ""));
            }
        }
        target.put("signature", String.join(", ", declared));
        target.put("arguments", names(required, "java"));
        target.put("localArguments", names(required, "local"));
        target.put("linkTypes", String.join(", ", types));
        target.put("hasOptional", !optional.isEmpty());
        target.put("hasRequired", !required.isEmpty());
        target.put("hasParameters", !all.isEmpty());
    }

    /** Adds the lists of parameters as they are printed, once the holder of the optional ones has a name. */
    static void print(ObjectNode target) {
        List<String> declared = declared(target, "java");
        List<String> local = declared(target, "local");
        List<String> arguments =
                new ArrayList<>(List.of(target.path("localArguments").stringValue()));
        for (int depth = 1; depth <= 3; depth++) {
            target.put("shorter" + depth, wrapped(declared, depth));
        }
        if (target.path("hasOptional").booleanValue()) {
            String params = target.path("params").stringValue() + " params";
            declared.add(params);
            local.add(params);
            arguments.add("params");
        }
        for (int depth = 1; depth <= 3; depth++) {
            target.put("takes" + depth, wrapped(declared, depth));
            target.put("takesLocal" + depth, wrapped(local, depth));
        }
        arguments.removeIf(String::isEmpty);
        target.put("passes", String.join(", ", arguments));
    }

    private static List<String> declared(ObjectNode target, String name) {
        List<String> declared = new ArrayList<>();
        target.path("required")
                .forEach(each -> declared.add(
                        each.path("type").stringValue() + " " + each.path(name).stringValue()));
        return declared;
    }

    /** On one line, or on one for each where that would be too long. */
    private static String wrapped(List<String> declared, int depth) {
        String line = String.join(", ", declared);
        String indent = "\n" + "    ".repeat(depth + 2);
        return line.length() <= LONGEST ? line : indent + String.join("," + indent, declared);
    }

    private static String names(ArrayNode required, String member) {
        return String.join(
                ", ",
                required.valueStream()
                        .map(each -> each.path(member).stringValue())
                        .toList());
    }
}
