package dev.countersign.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.countersign.verify.cases.Case;
import dev.countersign.verify.cases.KnownBad;
import dev.countersign.verify.cases.SchemaSamples;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A second witness, which holds the pact against the document and calls nobody. */
class ComparatorIT {
    @TempDir
    Path folder;

    @Test
    void pactFitsTheDocument() {
        List<String> errors = Comparator.errors(Subject.contractFile(), Subject.pactFile());
        if (!errors.isEmpty() && !Boolean.getBoolean("witness.strict")) {
            errors.forEach(error -> System.out.println("contract tests: openapi-pact-comparator says " + error));
            abort("the comparator and this build disagree about a contract that is not ours");
        }
        assertThat(errors).as("what openapi-pact-comparator finds wrong").isEmpty();
    }

    @Test
    void comparatorRefusesWhatIsKnownToBeBad() {
        KnownBad bad = new KnownBad(Subject.derivation().cases(), new SchemaSamples(Subject.contract()));
        List<Case> answers = bad.answers().limit(1).toList();
        if (answers.isEmpty()) {
            abort("no answer of this contract can be wrong");
        }
        Path pact = folder.resolve("bad.json");
        Subject.pact()
                .write(pact, answers.stream().map(Subject.interactions()::of).toList());

        assertThat(Comparator.errors(Subject.contractFile(), pact))
                .as("what openapi-pact-comparator says about an answer that is known to be bad")
                .isNotEmpty();
    }
}
