package dev.countersign.openapi.contract;

import dev.countersign.openapi.contract.Grammar.Field;
import dev.countersign.openapi.contract.Grammar.Occurs;
import dev.countersign.openapi.json.Pointer;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Visits every object of a bundled document once, by the {@link Grammar}; values that are data are not entered. */
public final class DocumentWalk {
    /** Is called for each object, outer ones first. */
    public interface Visitor {
        void visit(ObjectNode node, Kind kind, String pointer);
    }

    private final Visitor visitor;

    public DocumentWalk(Visitor visitor) {
        this.visitor = visitor;
    }

    public void walk(ObjectNode document) {
        walk(document, Kind.DOCUMENT, "");
    }

    private void walk(JsonNode node, Kind kind, String pointer) {
        if (!(node instanceof ObjectNode object)) {
            return;
        }
        visitor.visit(object, kind, pointer);
        for (var entry : object.properties()) {
            Optional<Field> field = Grammar.field(kind, entry.getKey()).filter(known -> known.kind() != Kind.DATA);
            if (field.isPresent()) {
                walkField(entry.getValue(), field.get(), Pointer.child(pointer, entry.getKey()));
            }
        }
    }

    private void walkField(JsonNode value, Field field, String pointer) {
        if (field.occurs() == Occurs.LIST && value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                walk(value.get(i), field.kind(), Pointer.child(pointer, i));
            }
        } else if (field.occurs() == Occurs.MAP && value instanceof ObjectNode map) {
            for (var entry : map.properties()) {
                walk(entry.getValue(), field.kind(), Pointer.child(pointer, entry.getKey()));
            }
        } else if (field.occurs() == Occurs.ONE) {
            walk(value, field.kind(), pointer);
        }
    }
}
