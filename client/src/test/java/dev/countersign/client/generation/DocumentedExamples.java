package dev.countersign.client.generation;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The calls that the documentation pages show, as a class that can be compiled. */
final class DocumentedExamples {
    static final String CLASS = "DocumentedExamples";

    private DocumentedExamples() {}

    static List<String> calls(JsonNode input) {
        List<String> calls = new ArrayList<>();
        for (JsonNode path : input.path("paths")) {
            String call = path.iterator()
                    .next()
                    .path("x-operation")
                    .path("exampleCall")
                    .stringValue();
            if (!call.isEmpty()) {
                calls.add(call);
            }
        }
        return calls;
    }

    static String source(JsonNode input, String packageName, String clientName) {
        StringBuilder source = new StringBuilder("import com.fasterxml.jackson.databind.JsonNode;\n"
                + "import java.math.*;\nimport java.net.URI;\nimport java.time.*;\nimport java.util.*;\n");
        source.append("import ").append(packageName).append(".model.*;\n");
        source.append("@SuppressWarnings(\"deprecation\")\nfinal class " + CLASS + " {\n");
        int number = 0;
        for (String call : calls(input)) {
            source.append("    void call")
                    .append(number++)
                    .append('(')
                    .append(packageName)
                    .append('.');
            source.append(clientName)
                    .append("Client client) {\n        ")
                    .append(call)
                    .append("\n    }\n");
        }
        return source.append("}\n").toString();
    }
}
