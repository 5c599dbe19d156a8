package dev.countersign.openapi.check;

import dev.countersign.openapi.LoadedContract;
import dev.countersign.openapi.contract.Contract;
import dev.countersign.openapi.contract.MediaTypeSpec;
import dev.countersign.openapi.contract.Problem;
import dev.countersign.openapi.contract.SchemaNode;
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
        SecretCheck.check(loaded.contract(), report);
        return report.problems();
    }

    /** The properties that sound like secrets and do not say whether they are: where {@code x-secret} belongs. */
    public static List<SchemaNode> unmarkedSecrets(Contract contract) {
        return SecretCheck.unmarked(contract);
    }

    /** Whether a body has content and no example in any of its media types. */
    public static boolean lacksExample(List<MediaTypeSpec> content) {
        return ReadinessCheck.lacksExample(content);
    }
}
