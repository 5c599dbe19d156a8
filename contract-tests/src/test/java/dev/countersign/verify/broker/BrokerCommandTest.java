package dev.countersign.verify.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The broker's commands against a stand-in on a socket: what it was sent, what is printed, and the exit code. */
class BrokerCommandTest {
    private static final String PACT = "{\"consumer\":{\"name\":\"Shop\"},\"provider\":{\"name\":\"Stock\"}}";
    private static final String MATRIX =
            "GET /matrix?q%5B%5D%5Bpacticipant%5D=Shop&q%5B%5D%5Bversion%5D=c0ffee&latestby=cvp&environment=live";

    private final StandInBroker broker = new StandInBroker();
    private final Map<String, String> environment = new HashMap<>();
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    /** A build on GitHub, in a folder without git. */
    @BeforeEach
    void build() throws IOException {
        environment.put("PACT_BROKER_BASE_URL", broker.url().toString());
        environment.put("GITHUB_SHA", "c0ffee");
        environment.put("GITHUB_REF_NAME", "main");
        Files.createDirectories(folder.resolve("pacts"));
        Files.writeString(folder.resolve("pacts/Shop-Stock.json"), PACT);
        broker.answer("POST /contracts/publish", "{}");
    }

    @AfterEach
    void stop() {
        broker.close();
    }

    @Test
    void nothingIsPublishedWithoutABroker() {
        environment.remove("PACT_BROKER_BASE_URL");

        assertThat(run("publish", "--build=" + folder)).isZero();
        assertThat(lines()).containsExactly("pact broker: PACT_BROKER_BASE_URL is not set, so nothing is published");
        assertThat(broker.received()).isEmpty();
    }

    @Test
    void publishesThePactWithVersionBranchAndBuild() {
        environment.put("GITHUB_SERVER_URL", "https://ci.example");
        environment.put("GITHUB_REPOSITORY", "shop/shop");
        environment.put("GITHUB_RUN_ID", "7");

        assertThat(run("publish", "--build=" + folder)).isZero();
        assertThat(json(broker.bodyOf("POST /contracts/publish"))).isEqualTo(json("""
                                {"pacticipantName": "Shop", "pacticipantVersionNumber": "c0ffee", "branch": "main",
                                 "buildUrl": "https://ci.example/shop/shop/actions/runs/7",
                                 "contracts": [{"consumerName": "Shop", "providerName": "Stock", "specification": "pact",
                                   "contentType": "application/json", "content": "%s"}]}
                                """.formatted(
                        Base64.getEncoder().encodeToString(PACT.getBytes(StandardCharsets.UTF_8)))));
        assertThat(lines())
                .containsExactly(
                        "pact broker: published the pact of Shop c0ffee (branch main) with Stock at " + broker.url(),
                        "pact broker: no pact of the broker was verified, so there are no results to publish");
    }

    @Test
    void refusesToPublishWhereThereIsNoPact() throws IOException {
        Files.delete(folder.resolve("pacts/Shop-Stock.json"));

        assertThat(run("publish", "--build=" + folder)).isEqualTo(2);
        assertThat(lines())
                .containsExactly("pact broker: there is no pact in " + folder.resolve("pacts")
                        + "; run the consumer tests first");
    }

    @Test
    void sendsATokenAndPrintsItNowhere() {
        environment.put("PACT_BROKER_TOKEN", "s3cret");
        broker.demand("Bearer s3cret");

        assertThat(run("publish", "--build=" + folder)).isZero();
        assertThat(printed.toString(StandardCharsets.UTF_8)).doesNotContain("s3cret");
    }

    @Test
    void sendsUserAndPassword() {
        environment.put("PACT_BROKER_USERNAME", "ci");
        environment.put("PACT_BROKER_PASSWORD", "s3cret");
        broker.demand(StandInBroker.basic("ci:s3cret"));

        assertThat(run("publish", "--build=" + folder)).isZero();
        assertThat(printed.toString(StandardCharsets.UTF_8)).doesNotContain("s3cret");
    }

    @Test
    void takesAPasswordOutOfTheAddressAndPrintsItNowhere() {
        environment.put("PACT_BROKER_BASE_URL", broker.url().toString().replace("//", "//ci:s3cret@"));
        broker.demand(StandInBroker.basic("ci:s3cret"));

        assertThat(run("publish", "--build=" + folder)).isZero();
        assertThat(printed.toString(StandardCharsets.UTF_8)).doesNotContain("s3cret");
    }

    @Test
    void wrongCredentialsAreSaidWithoutRepeatingThem() {
        environment.put("PACT_BROKER_TOKEN", "s3cret");
        broker.demand("Bearer another");

        assertThat(run("publish", "--build=" + folder)).isEqualTo(1);
        assertThat(lines())
                .containsExactly("pact broker: the broker refuses our credentials with 401 at GET " + broker.url()
                        + "; check PACT_BROKER_TOKEN, or PACT_BROKER_USERNAME and PACT_BROKER_PASSWORD");
    }

    @Test
    void brokenAddressIsNotRepeated() {
        environment.put("PACT_BROKER_BASE_URL", "ci:s3cret@broker");

        assertThat(run("publish", "--build=" + folder)).isEqualTo(2);
        assertThat(lines())
                .containsExactly("pact broker: PACT_BROKER_BASE_URL is no address of a broker; write it like"
                        + " https://broker.example");
    }

    @Test
    void credentialsDoNotFollowALinkToAnotherHost() {
        environment.put("PACT_BROKER_TOKEN", "s3cret");
        broker.answer(
                "GET /", "{\"_links\":{\"pb:publish-contracts\":{\"href\":\"http://elsewhere.invalid/publish\"}}}");

        assertThat(run("publish", "--build=" + folder)).isEqualTo(1);
        assertThat(lines())
                .containsExactly(
                        "pact broker: the broker at " + broker.url() + " links to http://elsewhere.invalid, where"
                                + " nothing is sent; set PACT_BROKER_BASE_URL to the address that the broker gives itself, or the"
                                + " broker's own address to this one");
    }

    @Test
    void redirectIsNotFollowed() {
        broker.answer("GET /", "302 http://elsewhere.invalid/");

        assertThat(run("publish", "--build=" + folder)).isEqualTo(1);
        assertThat(lines()).containsExactly("pact broker: the broker answers 302 to GET " + broker.url());
    }

    @Test
    void refusalIsToldInTheBrokersWords() {
        broker.answer(
                "POST /contracts/publish", "409 {\"notices\":[{\"type\":\"error\",\"text\":\"The pact changed\"}]}");

        assertThat(run("publish", "--build=" + folder)).isEqualTo(1);
        assertThat(lines())
                .containsExactly("pact broker: the broker answers 409 to POST " + broker.url()
                        + "contracts/publish: The pact changed");
    }

    @Test
    void whatIsNoBrokerIsCalledSo() {
        broker.answer("GET /", "<html></html>");

        assertThat(run("publish", "--build=" + folder)).isEqualTo(1);
        assertThat(lines())
                .containsExactly("pact broker: what answers GET " + broker.url() + " is no broker: it sends no JSON");
    }

    @Test
    void silentBrokerIsAFailure() {
        broker.close();

        assertThat(run("publish", "--build=" + folder)).isEqualTo(1);
        assertThat(lines()).singleElement().asString().startsWith("pact broker: the broker does not answer GET ");
    }

    @Test
    void publishesResultsOfPactsThatCameFromTheBroker() throws IOException {
        VerifiedPact.write(folder, List.of(new VerifiedPact("Shop", "Stock", broker.url() + "results", false)));
        environment.put("PACT_PROVIDER_VERSION", "4.5.6");
        environment.put("PACT_PROVIDER_BRANCH", "next");
        broker.answer("POST /results", "{}");
        broker.answer("PUT /pacticipants/Stock/branches/next/versions/4.5.6", "{}");

        assertThat(run("publish", "--build=" + folder)).isZero();
        assertThat(json(broker.bodyOf("POST /results")))
                .isEqualTo(json("{\"success\":false,\"providerApplicationVersion\":\"4.5.6\"}"));
        assertThat(lines()).contains("pact broker: published that Stock 4.5.6 breaks its pact with Shop");
    }

    @Test
    void resultsNeedTheProvidersVersion() throws IOException {
        VerifiedPact.write(folder, List.of(new VerifiedPact("Shop", "Stock", "results", true)));

        assertThat(run("publish", "--build=" + folder)).isEqualTo(2);
        assertThat(lines())
                .contains("pact broker: PACT_PROVIDER_VERSION is not set: name the version of the provider that was"
                        + " verified, so that its results can be published");
    }

    @Test
    void mayBeDeployedWhenTheMatrixSaysYes() {
        broker.answer(MATRIX, "{\"summary\":{\"deployable\":true,\"reason\":\"All verified\"}}");

        assertThat(run("can-i-deploy", "--participant=Shop", "--to=live")).isZero();
        assertThat(lines())
                .containsExactly("pact broker: All verified", "pact broker: yes, Shop c0ffee may be deployed to live");
    }

    @Test
    void mustNotBeDeployedWhenTheMatrixSaysNo() {
        broker.answer(MATRIX, """
                {"summary": {"deployable": false, "reason": "One fails"},
                 "matrix": [{"consumer": {"name": "Shop", "version": {"number": "c0ffee"}},
                   "provider": {"name": "Stock", "version": {"number": "4.5.6"}},
                   "verificationResult": {"success": false}}]}
                """);

        assertThat(run("can-i-deploy", "--participant=Shop", "--to=live")).isEqualTo(1);
        assertThat(lines())
                .containsExactly(
                        "pact broker: Shop c0ffee and Stock 4.5.6: fails",
                        "pact broker: One fails",
                        "pact broker: NO, Shop c0ffee must not be deployed to live");
    }

    @Test
    void unknownIsNoYes() {
        broker.answer(MATRIX, "{\"summary\":{\"deployable\":null,\"reason\":\"Not verified yet\"}}");
        assertThat(run("can-i-deploy", "--participant=Shop", "--to=live")).isEqualTo(1);

        broker.answer(MATRIX, "{}");
        assertThat(run("can-i-deploy", "--participant=Shop", "--to=live")).isEqualTo(1);
        assertThat(lines()).contains("pact broker: the broker gives no verdict");
    }

    @Test
    void withoutAnEnvironmentTheMainBranchesAreMeant() {
        broker.answer(
                MATRIX.replace("environment=live", "latest=true&mainBranch=true"),
                "{\"summary\":{\"deployable\":true}}");

        assertThat(run("can-i-deploy", "--participant=Shop", "--to=")).isZero();
        assertThat(lines()).containsExactly("pact broker: yes, Shop c0ffee may be deployed");
    }

    @Test
    void nobodyToAskIsNoYes() {
        environment.remove("PACT_BROKER_BASE_URL");

        assertThat(run("can-i-deploy", "--participant=Shop")).isEqualTo(2);
        assertThat(lines())
                .containsExactly(
                        "pact broker: PACT_BROKER_BASE_URL is not set, so it cannot be told whether Shop may be"
                                + " deployed");
    }

    @Test
    void recordsADeployment() {
        environment.put("PACT_VERSION", "1 2");
        broker.answer(
                "GET /pacticipants/Shop/versions/1%202",
                "{\"_links\":{\"pb:record-deployment\":[{\"name\":\"test\",\"href\":\"%1$st\"},"
                        + "{\"name\":\"live\",\"href\":\"%1$sl\"}]}}");
        broker.answer("POST /l", "{}");

        assertThat(run("record-deployment", "--participant=Shop", "--to=live")).isZero();
        assertThat(broker.bodyOf("POST /l")).isEqualTo("{}");
        assertThat(lines()).containsExactly("pact broker: recorded that Shop 1 2 is in live now");
    }

    @Test
    void unknownEnvironmentIsSaidWithThoseThatAreKnown() {
        broker.answer(
                "GET /pacticipants/Shop/versions/c0ffee",
                "{\"_links\":{\"pb:record-deployment\":[{\"name\":\"test\",\"href\":\"%1$st\"}]}}");

        assertThat(run("record-deployment", "--participant=Shop", "--to=live")).isEqualTo(1);
        assertThat(lines())
                .containsExactly("pact broker: the broker knows no environment live for Shop; it knows: test");
    }

    @Test
    void deploymentNeedsAnEnvironment() {
        assertThat(run("record-deployment", "--participant=Shop")).isEqualTo(2);
        assertThat(lines()).singleElement().asString().startsWith("pact broker: --to is missing; usage: publish ");
    }

    private int run(String... args) {
        return new BrokerCommand(environment, folder, new PrintStream(printed, true, StandardCharsets.UTF_8))
                .run(List.of(args));
    }

    private List<String> lines() {
        return printed.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }
}
