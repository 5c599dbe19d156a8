package dev.countersign.openapi.codegen;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What one generated file imports: the types that its code calls by their simple names, and no other. */
final class Imports {
    private static final Pattern LITERAL = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");
    private static final Pattern TYPE = Pattern.compile("(?<![\\w.])[A-Z]\\w*");

    private final Set<String> mentioned = new TreeSet<>();

    /** Notes the types that a template calls, or that stand in a piece of code which it prints. */
    Imports add(String... code) {
        for (String each : code) {
            TYPE.matcher(LITERAL.matcher(each).replaceAll("")).results().forEach(found -> mentioned.add(found.group()));
        }
        return this;
    }

    Imports addIf(boolean needed, String... code) {
        return needed ? add(code) : this;
    }

    /** Adds the imports, apart those of models, whose package only the generator knows. */
    void describe(ObjectNode target, Models models) {
        Set<String> imports = new TreeSet<>();
        Set<String> ofModels = new TreeSet<>();
        boolean deprecated = false;
        for (String name : mentioned) {
            if (Library.has(name)) {
                imports.add(Library.qualified(name));
            } else if (models.has(name)) {
                ofModels.add(name);
                deprecated |= models.description(name).path("deprecated").asBoolean(false);
            }
        }
        list(target.putArray("imports"), imports);
        list(target.putArray("modelImports"), ofModels);
        target.put("hasImports", !imports.isEmpty());
        target.put("hasModelImports", !ofModels.isEmpty());
        target.put("mentionsDeprecated", deprecated);
    }

    private static void list(ArrayNode target, Set<String> names) {
        names.forEach(target::add);
    }
}
