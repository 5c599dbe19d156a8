package dev.countersign.client.generation;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The calls that the documentation pages show, as a class that can be compiled. */
final class DocumentedExamples {
    static final String CLASS = "DocumentedExamples";

    /** By name: a contract may well have a model called {@code Currency}. */
    private static final String IMPORTS = """
            import dev.countersign.client.Binary;
            import dev.countersign.client.EventStream;
            import dev.countersign.client.ItemStream;
            import java.math.BigDecimal;
            import java.math.BigInteger;
            import java.net.URI;
            import java.time.LocalDate;
            import java.time.OffsetDateTime;
            import java.util.List;
            import java.util.Map;
            import java.util.UUID;
            """;

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
        StringBuilder source = new StringBuilder(IMPORTS);
        if (!input.path("components").path("schemas").isEmpty()) {
            source.append("import ").append(packageName).append(".model.*;\n");
        }
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
