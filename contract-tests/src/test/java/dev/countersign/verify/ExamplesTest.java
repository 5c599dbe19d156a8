package dev.countersign.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.verify.cases.Case;
import dev.countersign.verify.cases.Derivation;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the contract's examples are worth as tests. */
class ExamplesTest {
    private final Derivation derivation = Subject.derivation();

    /**
     * On the build's own contract a name that pairs with nothing, or an example that does not fit its schema, is an
     * error. On any other it is told and passed over, because its author may never have heard of pairs.
     */
    @Test
    void examplesPairAndFit() {
        derivation.notes().forEach(note -> System.out.println("contract tests: " + note));
        if (Boolean.getBoolean("examples.strict")) {
            assertThat(derivation.notes())
                    .as("examples that pair with nothing, or do not fit their schema")
                    .isEmpty();
        }
    }

    @Test
    void everyOperationIsVerified() throws IOException {
        List<String> operations =
                Subject.contract().operations().stream().map(o -> o.id()).toList();
        if (Boolean.getBoolean("examples.strict")) {
            assertThat(derivation.cases())
                    .extracting(c -> c.operation().id())
                    .as("operations that a case stands for; any other documents no response that could be verified")
                    .containsAll(operations);
        }
        long documented =
                derivation.cases().stream().filter(c -> c.answer().documented()).count();
        System.out.printf(
                "contract tests: %d cases of %d operations, %d of them with a documented answer, see %s%n",
                derivation.cases().size(), operations.size(), documented, CaseReport.write());
        assertThat(derivation.cases()).extracting(Case::name).doesNotHaveDuplicates();
    }
}
