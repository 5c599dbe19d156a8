package dev.countersign.openapi.check;

import dev.countersign.openapi.contract.Contract;
import dev.countersign.openapi.contract.DocumentNode;
import dev.countersign.openapi.contract.Operation;
import dev.countersign.openapi.contract.PaginationReader;
import dev.countersign.openapi.contract.PaginationReader.Fault;
import dev.countersign.openapi.document.Report;
import dev.countersign.openapi.json.Pointer;

/** Whether every {@code x-pagination} names what is there. */
final class PaginationCheck {
    private PaginationCheck() {}

    static void check(Contract contract, Report report) {
        DocumentNode document = DocumentNode.of(contract.document(), contract.dialect());
        for (Operation operation : contract.operations()) {
            DocumentNode written = document.at(operation.pointer());
            if (written.child(PaginationReader.EXTENSION).exists()) {
                String pointer = Pointer.child(operation.pointer(), PaginationReader.EXTENSION);
                PaginationReader.of(written, operation.parameters(), operation.responses())
                        .faults()
                        .forEach(fault -> report.error(place(pointer, fault), fault.what(), fix(fault)));
            }
        }
    }

    private static String place(String pointer, Fault fault) {
        return fault.field().isEmpty() ? pointer : Pointer.child(pointer, fault.field());
    }

    private static String fix(Fault fault) {
        if (fault.names().isEmpty()) {
            return "";
        }
        return NearestName.of(fault.name(), fault.names())
                .map(name -> "Did you mean \"" + name + "\"?")
                .orElse("There are " + String.join(", ", fault.names()) + ".");
    }
}
