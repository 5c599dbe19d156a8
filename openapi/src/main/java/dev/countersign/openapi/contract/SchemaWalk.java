package dev.countersign.openapi.contract;

import java.util.function.Consumer;

/** Visits every schema of a contract once, outer ones first; what stands inside examples is not entered. */
public final class SchemaWalk {
    private SchemaWalk() {}

    public static void visit(Contract contract, Consumer<SchemaNode> visitor) {
        SchemaNode root = SchemaNode.of(contract.document(), contract.dialect(), "");
        new DocumentWalk((node, kind, pointer) -> {
                    if (kind == Kind.SCHEMA) {
                        visitor.accept(root.at(pointer));
                    }
                })
                .walk(contract.document());
    }
}
