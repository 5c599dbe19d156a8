package dev.countersign.openapi.check;

import dev.countersign.openapi.contract.Contract;
import dev.countersign.openapi.contract.MediaTypeSpec;
import dev.countersign.openapi.contract.Operation;
import dev.countersign.openapi.contract.ResponseSpec;
import dev.countersign.openapi.contract.SchemaNode;
import dev.countersign.openapi.document.Report;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What a document must have beyond the standard so that client, mock and pact can be made from it. */
final class ReadinessCheck {
    private final Contract contract;
    private final Report report;

    ReadinessCheck(Contract contract, Report report) {
        this.contract = contract;
        this.report = report;
    }

    void check() {
        if (contract.operations().isEmpty()) {
            report.error(
                    "", "The document has no operation, so there is nothing to build.", "Add one under \"paths\".");
        }
        for (Operation operation : contract.operations()) {
            if (operation.id().equals(operation.method() + " " + operation.path())) {
                report.error(
                        operation.pointer(),
                        "The operation has no operationId, so the client has no name for it.",
                        "Add one.");
            }
            List<ResponseSpec> successes = operation.responses().stream()
                    .filter(response -> response.status().startsWith("2"))
                    .toList();
            if (successes.isEmpty()) {
                report.error(
                        operation.pointer(),
                        "The operation \"" + operation.id() + "\" documents no success.",
                        "Add a 2xx response.");
            }
            operation
                    .requestBody()
                    .ifPresent(
                            body -> demandExample(body.content(), "The request of \"" + operation.id() + "\"", true));
            for (ResponseSpec response : operation.responses()) {
                String subject = "Response " + response.status() + " of \"" + operation.id() + "\"";
                demandExample(response.content(), subject, response.status().startsWith("2"));
            }
        }
    }

    private void demandExample(List<MediaTypeSpec> content, String subject, boolean indispensable) {
        if (!lacksExample(content)) {
            return;
        }
        String pointer = content.get(0).pointer();
        String fix = "Add named \"examples\".";
        if (indispensable) {
            report.error(pointer, subject + " has no example, so nothing can be served or verified.", fix);
        } else {
            report.warning(pointer, subject + " has no example; one is generated from its schema.", fix);
        }
    }

    /** One media type with an example is enough: the others say the same in another notation. */
    static boolean lacksExample(List<MediaTypeSpec> content) {
        return !content.isEmpty() && content.stream().noneMatch(ReadinessCheck::hasExample);
    }

    private static boolean hasExample(MediaTypeSpec mediaType) {
        return !mediaType.examples().isEmpty()
                || mediaType.schema().filter(ReadinessCheck::hasExample).isPresent();
    }

    private static boolean hasExample(SchemaNode schema) {
        JsonNode node = schema.resolved().node();
        return node.has("example") || node.has("examples");
    }
}
