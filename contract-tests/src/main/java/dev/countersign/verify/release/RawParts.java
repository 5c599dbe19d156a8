package dev.countersign.verify.release;

import dev.countersign.openapi.contract.Contract;
import dev.countersign.openapi.json.Pointer;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The named parts below one place of a document, as they are written. */
record RawParts(Contract contract, String pointer) {
    List<String> names() {
        return parts().map(node -> List.copyOf(node.propertyNames())).orElse(List.of());
    }

    String text(String name) {
        return parts().map(node -> node.path(name).toString()).orElse("");
    }

    private Optional<JsonNode> parts() {
        return Optional.ofNullable(Pointer.find(contract.document(), pointer)).filter(JsonNode::isObject);
    }
}
