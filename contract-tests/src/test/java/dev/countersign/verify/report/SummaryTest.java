package dev.countersign.verify.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.openapi.ContractLoader;
import dev.countersign.openapi.contract.Contract;
import dev.countersign.verify.cases.Derivation;
import dev.countersign.verify.cases.SchemaSamples;
import dev.countersign.verify.cases.TestCase;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class SummaryTest {
    private static final Layer CLIENT = Layer.ofOperations("client", "The client keeps the contract.");
    private static final Layer PRISM = Layer.ofOperations("client with Prism", "Prism serves the client.");
    private static final Layer PROVIDER = Layer.ofOperations("provider", "The provider keeps the pact.");
    private static final Layer RELEASE = Layer.ofContract("release", "Nothing that was released breaks.");
    private static final List<TestCase> CASES = cases();
    private static final Check KEPT = check(CLIENT, "login answers 204", Outcome.PASSED);
    private static final Check BROKEN = check(CLIENT, "login answers 303", broken("the client", "a < b"));
    private static final Check OVER = new Check(RELEASE, "", "", Outcome.passedOver("no baseline"), 0);

    @Test
    void verdictStandsFirstAndNamesTheSideAndWhatIsBrokenStandsBeforeWhatIsNot() {
        assertThat(MarkdownReport.of(run(List.of(KEPT, BROKEN, OVER))).lines())
                .startsWith(
                        "# ✗ The client breaks the contract: Styles 1",
                        "",
                        "9 operations, 14 documented cases; 1 checks passed, 1 failed, 1 passed over. Provider: nobody.",
                        "",
                        "## What is broken",
                        "",
                        "**client**, login answers 303",
                        "```",
                        "the client breaks \"login answers 303\" (POST /login):",
                        "  a < b",
                        "```",
                        "",
                        "Again: `mvn verify -Dprovider.url=http://provider.invalid`")
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
                .contains("<header class=\"failed\">", "✗ The client breaks the contract", "a &lt; b", "✗ 1 of 2")
                .doesNotContain("a < b");
    }

    @Test
    void failuresOfOneCauseAreOneCard() {
        Check seenAgain = check(PRISM, "login answers 303", broken("the client, served by Prism,", "a < b"));
        Check another = check(PROVIDER, "login answers 303", broken("the mock server", "no body"));
        Summary run = run(List.of(BROKEN, seenAgain, another));
        assertThat(run.failures())
                .containsExactly(
                        "the client breaks \"login answers 303\" (POST /login):\n  a < b\n"
                                + "  Also seen by: client with Prism.",
                        "the mock server breaks \"login answers 303\" (POST /login):\n  no body");
        assertThat(run.verdict()).isEqualTo("✗ The client and the mock server break the contract");
    }

    @Test
    void documentThatContradictsItselfIsAtFaultItself() {
        Summary run = run(List.of(new Check(RELEASE, "", "it", Outcome.failed("the contract", "it is odd"), 0)));
        assertThat(run.verdict()).isEqualTo("✗ The contract itself is at fault");
    }

    private static Check check(Layer layer, String name, Outcome outcome) {
        return new Check(layer, "login", name, outcome, 0);
    }

    private static Outcome broken(String side, String line) {
        return Outcome.of(side, side + " breaks \"login answers 303\" (POST /login)", List.of(line));
    }

    private static Summary run(List<Check> checks) {
        return new Summary(
                "Styles 1",
                "nobody",
                CASES,
                List.of(CLIENT, PRISM, PROVIDER, RELEASE),
                checks,
                "",
                "mvn verify -Dprovider.url=http://provider.invalid");
    }

    private static List<TestCase> cases() {
        Contract contract = ContractLoader.load(Path.of("src/test/resources/contracts/styles.yaml"))
                .contract();
        return Derivation.of(contract, new SchemaSamples(contract)).cases();
    }
}
