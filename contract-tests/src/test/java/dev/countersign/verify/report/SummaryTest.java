package dev.countersign.verify.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.openapi.ContractLoader;
import dev.countersign.openapi.contract.Contract;
import dev.countersign.verify.cases.Case;
import dev.countersign.verify.cases.Derivation;
import dev.countersign.verify.cases.SchemaSamples;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class SummaryTest {
    private static final List<Case> CASES = cases();
    private static final Check KEPT = check("login answers 204", Check.Outcome.PASSED, "");
    private static final Check BROKEN = check(
            "login answers 303",
            Check.Outcome.FAILED,
            "the client breaks \"login answers 303\" (POST /login):\n  a < b");
    private static final Check OVER = new Check("BaselineIT", "", "", Check.Outcome.PASSED_OVER, "no baseline");

    @Test
    void verdictStandsFirstAndWhatIsBrokenBeforeWhatIsNot() {
        String report = MarkdownReport.of(run(List.of(KEPT, BROKEN, OVER)));

        assertThat(report.lines())
                .startsWith(
                        "# ✗ The contract is broken: Styles 1",
                        "",
                        "9 operations, 14 documented cases; 1 checks passed, 1 failed, 1 passed over. Provider: nobody.",
                        "",
                        "## What is broken",
                        "",
                        "**ConsumerTest**, login answers 303",
                        "```",
                        "the client breaks \"login answers 303\" (POST /login):",
                        "  a < b",
                        "```",
                        "Again: `mvn verify -pl contract-tests -am -Dprovider.url=http://provider.invalid -Dtest=ConsumerTest"
                                + " -Dsurefire.failIfNoSpecifiedTests=false`")
                .contains("| `POST /login` | ✗ 1 of 2 |", "- no baseline");
    }

    @Test
    void keptContractIsSaidToBeKept() {
        assertThat(MarkdownReport.of(run(List.of(KEPT))).lines())
                .startsWith("# ✓ The contract is kept: Styles 1")
                .contains("| `POST /login` | ✓ 1 |")
                .doesNotContain("## What is broken");
    }

    @Test
    void pageHoldsTheSameAndEscapesIt() {
        String page = HtmlReport.of(run(List.of(KEPT, BROKEN)));

        assertThat(page)
                .contains("<header class=\"failed\">", "✗ The contract is broken", "a &lt; b", "✗ 1 of 2")
                .doesNotContain("a < b");
    }

    private static Check check(String name, Check.Outcome outcome, String message) {
        return new Check("ConsumerTest", "clientKeepsTheContract", name, outcome, message);
    }

    private static Summary run(List<Check> checks) {
        return new Summary("Styles 1", "nobody", CASES, checks, "", "-Dprovider.url=http://provider.invalid ");
    }

    private static List<Case> cases() {
        Contract contract = ContractLoader.load(Path.of("src/test/resources/contracts/styles.yaml"))
                .contract();
        return Derivation.of(contract, new SchemaSamples(contract)).cases();
    }
}
