package dev.countersign.openapi.codegen;

import dev.countersign.openapi.contract.Contract;
import dev.countersign.openapi.contract.MediaTypeSpec;
import dev.countersign.openapi.contract.Operation;
import dev.countersign.openapi.contract.SchemaNode;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Which schemas a client sends, and which it receives. One class serves both, so a {@code readOnly} property of what is
 * also sent, or a {@code writeOnly} one of what is also received, cannot be demanded (OAS 3.0 section 4.7.24.2).
 */
final class Directions {
    private static final Set<String> DATA = Set.of("example", "examples", "default", "enum", "const", "mapping");

    private final Document document;
    private final Subtypes subtypes;
    private final Set<JsonNode> sent = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<JsonNode> received = Collections.newSetFromMap(new IdentityHashMap<>());

    Directions(Contract contract, Document document, Subtypes subtypes) {
        this.document = document;
        this.subtypes = subtypes;
        for (Operation operation : contract.operations()) {
            operation.requestBody().ifPresent(body -> walk(body.content(), sent));
            operation.responses().forEach(response -> walk(response.content(), received));
        }
    }

    private void walk(List<MediaTypeSpec> content, Set<JsonNode> reached) {
        Deque<SchemaNode> open = new ArrayDeque<>();
        content.forEach(media -> media.schema().ifPresent(open::add));
        while (!open.isEmpty()) {
            SchemaNode schema = open.pop();
            if (!schema.node().isContainer() || !reached.add(schema.node())) {
                continue;
            }
            document.followed(schema).ifPresent(open::add);
            subtypes.of(schema).forEach(subtype -> open.add(document.end(subtype)));
            open.addAll(schema.elements());
            schema.members().stream()
                    .filter(member -> !DATA.contains(member.name()))
                    .forEach(open::add);
        }
    }

    /** Whether a required property of an object must be there whichever way the object goes. */
    boolean demands(SchemaNode schema, Shape property) {
        boolean readOnly = property.keyword("readOnly").asBoolean(false);
        boolean writeOnly = property.keyword("writeOnly").asBoolean(false);
        boolean known = sent.contains(schema.node()) || received.contains(schema.node());
        return !(readOnly && (!known || sent.contains(schema.node())))
                && !(writeOnly && (!known || received.contains(schema.node())));
    }
}
