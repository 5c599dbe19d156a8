package dev.countersign.verify.pact;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.core.model.DefaultPactReader;
import au.com.dius.pact.core.model.HttpRequest;
import au.com.dius.pact.core.model.HttpResponse;
import au.com.dius.pact.core.model.V4Interaction;
import dev.countersign.openapi.ContractLoader;
import dev.countersign.openapi.contract.Contract;
import dev.countersign.verify.cases.Derivation;
import dev.countersign.verify.cases.SchemaSamples;
import dev.countersign.verify.cases.TestCase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InteractionsTest {
    private static final Contract CONTRACT = ContractLoader.load(Path.of("src/test/resources/contracts/styles.yaml"))
            .contract();

    @TempDir
    Path folder;

    @Test
    void pathParametersAreWrittenInTheirStyles() {
        assertThat(request("get answers 200").getPath())
                .isEqualTo("/colours/red,light%20blue/.5/;matrix=a%2Fb%20c%2Bd/;exploded=1;exploded=2");
    }

    @Test
    void queryHeaderAndCookieParametersAreWrittenInTheirStyles() {
        HttpRequest request = request("search-all answers 200 (both)");

        assertThat(request.getQuery())
                .isEqualTo(Map.of(
                        "form", List.of("a,b&c"),
                        "multi", List.of("x y", "z"),
                        "pipes", List.of("p|q"),
                        "filter[min]", List.of("1"),
                        "filter[name]", List.of("näme"),
                        "json", List.of("{\"deep\":[1,2]}"),
                        "api_key", List.of("sample-key")));
        assertThat(request.getHeaders())
                .isEqualTo(Map.of("X-List", List.of("h1,h2"), "Cookie", List.of("session=s-1")));
    }

    @Test
    void formBodiesRepeatTheItemsOfArrays() {
        assertThat(request("login answers 204").getBody().valueAsString())
                .isEqualTo("user=a+b%26c&roles=admin&roles=guest&scope=read+write");
    }

    @Test
    void elementsOfATupleAreEachOfTheirOwnType() {
        assertThat(response("measure answers 200")
                        .getMatchingRules()
                        .rulesForCategory("body")
                        .getMatchingRules())
                .containsOnlyKeys("$", "$[0]", "$[1]");
    }

    @Test
    void headerThatEveryAnswerCarriesIsPartOfThePact() {
        assertThat(response("search-all answers 200 (both)").getHeaders())
                .isEqualTo(Map.of("X-Next", List.of("2"), "Content-Type", List.of("application/json")));
    }

    @Test
    void exampleThatIsNotXmlIsSentAsSome() {
        assertThat(response("measure answers 400").getBody().valueAsString())
                .isEqualTo("<document><why>a &lt; b</why><at>1</at><at>2</at></document>");
    }

    @Test
    void sameContractGivesTheSameBytes() throws IOException {
        ContractPact pact = new ContractPact("StylesClient", "Styles");
        Path first = folder.resolve("first.json");
        Path second = folder.resolve("second.json");
        pact.write(first, cases().stream().map(new Interactions(CONTRACT)::of).toList());
        pact.write(second, cases().stream().map(new Interactions(CONTRACT)::of).toList());

        assertThat(second).hasSameBinaryContentAs(first);
        assertThat(Files.readString(first)).doesNotContain("Prefer").contains("search-all answers 200");
    }

    @Test
    void namesThatJsonEscapesComeBackAsTheyWere() throws IOException {
        Path document = Files.writeString(folder.resolve("odd.yaml"), """
                openapi: 3.0.3
                info: {title: Odd, version: '1'}
                paths:
                  /a:
                    get:
                      operationId: odd
                      responses:
                        '200':
                          description: ''
                          content: {application/json: {example: {'back\\slash': {'quo"te': [1.50]}}}}
                """);
        Contract contract = ContractLoader.load(document).contract();
        TestCase testCase =
                Derivation.of(contract, new SchemaSamples(contract)).cases().get(0);
        Path file = folder.resolve("odd.json");

        new ContractPact("OddClient", "Odd").write(file, List.of(new Interactions(contract).of(testCase)));

        V4Interaction.SynchronousHttp read = (V4Interaction.SynchronousHttp) DefaultPactReader.INSTANCE
                .loadPact(file.toFile())
                .getInteractions()
                .get(0);
        assertThat(read.getResponse().getBody().valueAsString())
                .isEqualTo("{\"back\\\\slash\":{\"quo\\\"te\":[1.50]}}");
    }

    private static HttpRequest request(String name) {
        return interaction(name).getRequest();
    }

    private static HttpResponse response(String name) {
        return interaction(name).getResponse();
    }

    private static V4Interaction.SynchronousHttp interaction(String name) {
        return cases().stream()
                .filter(c -> c.name().equals(name))
                .map(new Interactions(CONTRACT)::of)
                .findFirst()
                .orElseThrow();
    }

    private static List<TestCase> cases() {
        return Derivation.of(CONTRACT, new SchemaSamples(CONTRACT)).cases();
    }
}
