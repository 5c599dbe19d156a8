package dev.countersign.openapi.check;

import dev.countersign.openapi.LoadedContract;
import dev.countersign.openapi.contract.Problem;
import dev.countersign.openapi.document.Report;
import java.util.List;

/**
 * Judges a document that was read leniently; what is found comes in the order of the document. Stateless and
 * thread-safe.
 */
public final class DocumentCheck {
    private DocumentCheck() {}

    /** Whether the document has the shape that the standard gives it. */
    public static List<Problem> structure(LoadedContract loaded) {
        Report report = new Report(loaded.origins());
        new StructureCheck(loaded.contract().document(), report).check();
        new OperationCheck(loaded.contract(), report).check();
        return report.problems();
    }

    /** Whether operations are named and exemplified, and secrets marked. */
    public static List<Problem> readiness(LoadedContract loaded) {
        Report report = new Report(loaded.origins());
        new ReadinessCheck(loaded.contract(), report).check();
        new SecretCheck(loaded.contract(), report).check();
        return report.problems();
    }
}
