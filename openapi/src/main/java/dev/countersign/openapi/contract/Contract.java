package dev.countersign.openapi.contract;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * One OpenAPI document, bundled and read. Immutable by convention: {@link #document()} is shared, and is not written to
 * after loading, so a contract may be used by any number of threads.
 *
 * @param title {@code info.title}; empty when the document has none
 * @param version {@code info.version}; empty when the document has none
 * @param dialect which JSON Schema dialect the document's schemas are written in
 * @param servers the document's servers, in its order; a single {@code /} when it names none (OAS 3.1 section 4.8.1)
 * @param operations every operation, in the order of the document
 * @param securitySchemes {@code components.securitySchemes} by name
 * @param document the bundled document: an OpenAPI 3.x tree in which every {@code $ref} is internal
 */
public record Contract(
        String title,
        String version,
        Dialect dialect,
        List<Server> servers,
        List<Operation> operations,
        Map<String, SecurityScheme> securitySchemes,
        ObjectNode document) {

    public Contract {
        servers = List.copyOf(servers);
        operations = List.copyOf(operations);
        securitySchemes = Ordered.copyOf(securitySchemes);
    }

    /** Finds an operation by its {@code operationId}, or by {@code METHOD /path} where it has none. */
    public Optional<Operation> operation(String id) {
        return operations.stream()
                .filter(operation -> operation.id().equals(id))
                .findFirst();
    }
}
