package dev.countersign.openapi.codegen;

import dev.countersign.openapi.contract.Server;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Describes the servers that a client can be pointed to, each named after its description. */
final class Servers {
    private static final Set<String> ARTICLES = Set.of("the", "a", "an", "our", "this", "your");
    private static final Set<String> STOP_WORDS =
            Set.of("of", "for", "to", "in", "on", "at", "with", "where", "which", "whose", "that", "is", "and", "or");
    private static final Pattern WORD_OR_END = Pattern.compile("[\\p{L}\\p{N}]+|[.,;:()\\[\\]\\n-]");
    private static final int MOST_WORDS = 3;

    private Servers() {}

    static void describe(ObjectNode client, List<Server> servers) {
        DistinctNames names = DistinctNames.ofMembers(Reserved.accessors());
        DistinctNames classes = DistinctNames.ofClasses(Reserved::isClassName);
        ArrayNode list = client.putArray("servers");
        for (Server server : servers) {
            if (!server.url().isBlank() && !server.url().equals("/")) {
                String name = names.take(JavaNames.member(wanted(server.description())), "Server");
                describe(list.addObject(), server, name, classes.take(JavaNames.type(name), "Server"));
            }
        }
        for (int i = 0; i < list.size(); i++) {
            ((ObjectNode) list.get(i)).put("notLast", i < list.size() - 1);
        }
        client.put("hasServers", !list.isEmpty());
        client.put("hasPlainServers", has(list, false));
        client.put("hasVariableServers", has(list, true));
    }

    private static boolean has(ArrayNode servers, boolean variables) {
        return servers.valueStream().anyMatch(each -> each.path("hasVariables").booleanValue() == variables);
    }

    /** The servers of one operation, where they are not the document's; the client chooses among them by itself. */
    static void describeOwn(ObjectNode operation, List<Server> own, List<Server> ofDocument) {
        ArrayNode list = operation.putArray("servers");
        if (!own.equals(ofDocument)) {
            for (Server server : own) {
                ObjectNode described = list.addObject().put("first", list.size() == 1);
                describe(described, server, JavaNames.member(wanted(server.description())), "");
            }
        }
        operation.put("hasServers", !list.isEmpty());
    }

    private static void describe(ObjectNode target, Server server, String name, String className) {
        target.put("accessor", name);
        target.put("nameLiteral", JavaText.literal(name));
        target.put("urlLiteral", JavaText.literal(server.url()));
        target.put("pageUrl", PageText.code(server.url()));
        target.put("docUrl", JavadocText.code(server.url()));
        target.put("hasVariables", !server.variables().isEmpty());
        target.put("class", className);
        Docs.add(target, server.description());
        Javadoc.of(server.description())
                .paragraph(JavadocText.code(server.url()))
                .describe(target, "javadoc");
        ArrayNode variables = target.putArray("variables");
        DistinctNames members = DistinctNames.ofMembers(Reserved.serverVariables());
        DistinctNames types =
                DistinctNames.ofClasses(type -> type.equalsIgnoreCase(className) || Reserved.isClassName(type));
        server.variables().forEach((wire, variable) -> {
            ObjectNode described = variables.addObject();
            String java = members.take(JavaNames.member(wire), "_");
            described.put("java", java);
            described.put("wireLiteral", JavaText.literal(wire));
            described.put("docName", JavadocText.code(wire));
            described.put("docInitial", JavadocText.code(variable.defaultValue()));
            described.put("initialLiteral", JavaText.literal(variable.defaultValue()));
            described.put("notLast", variables.size() < server.variables().size());
            described.put("hasValues", !variable.values().isEmpty());
            described.put("type", variable.values().isEmpty() ? "String" : types.take(JavaNames.type(java), "Value"));
            ArrayNode values = described.putArray("values");
            DistinctNames constants = DistinctNames.ofMembers(Set.of());
            for (String value : variable.values()) {
                values.addObject()
                        .put("constant", constants.take(JavaNames.constant(value), "_"))
                        .put("literal", JavaText.literal(value))
                        .put("docValue", JavadocText.code(value))
                        .put("notLast", values.size() < variable.values().size());
            }
        });
    }

    /** The first few words that say what a server is: "The sandbox server, for trying out" is {@code sandboxServer}. */
    private static String wanted(String description) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD_OR_END.matcher(description.strip());
        while (word.find() && words.size() < MOST_WORDS) {
            String lower = word.group().toLowerCase(Locale.ROOT);
            boolean ends = !Character.isLetterOrDigit(lower.codePointAt(0)) || STOP_WORDS.contains(lower);
            if (ends && !words.isEmpty()) {
                break;
            }
            if (!ends && !(words.isEmpty() && ARTICLES.contains(lower))) {
                words.add(lower);
            }
        }
        return words.isEmpty() ? "server" : String.join(" ", words);
    }
}
