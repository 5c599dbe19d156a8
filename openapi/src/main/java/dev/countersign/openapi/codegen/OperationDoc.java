package dev.countersign.openapi.codegen;

import dev.countersign.openapi.contract.Operation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The Javadoc of an operation, in the contract's words. */
final class OperationDoc {
    private OperationDoc() {}

    static void describe(ObjectNode described, Operation operation) {
        String summary = operation.summary().strip();
        String description = operation.description().strip();
        String line = JavadocText.code(operation.method() + " " + operation.path());
        Javadoc javadoc = new Javadoc()
                .paragraph(summary.isEmpty() ? line : line + ": " + JavadocText.prose(summary.replaceAll("\\s+", " ")));
        if (!description.equals(summary)) {
            javadoc.markdown(description);
        }
        for (JsonNode parameter : described.path("required")) {
            parameter(javadoc, parameter);
        }
        javadoc.tag("@return", described.path("returnDoc").stringValue());
        for (JsonNode failure : described.path("failures")) {
            String told = failure.path("description").stringValue();
            javadoc.tag(
                    "@throws " + failure.path("exception").stringValue(),
                    failure.path("status").stringValue() + (told.isBlank() ? "" : ": " + told));
        }
        javadoc.deprecated(operation.deprecated()).describe(described, "javadoc");

        String name = described.path("name").stringValue();
        String types = described.path("linkTypes").stringValue();
        String params = described.path("params").stringValue();
        boolean optional = described.path("hasOptional").booleanValue();
        String separator = types.isEmpty() || !optional ? "" : ", ";
        described.put("link", "#" + name + "(" + types + separator + params + ")");
    }

    private static void parameter(Javadoc javadoc, JsonNode parameter) {
        javadoc.tag(
                "@param " + parameter.path("java").stringValue(),
                parameter.path("description").stringValue());
    }
}
