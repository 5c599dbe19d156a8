package dev.countersign.verify.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.openapi.ContractLoader;
import dev.countersign.openapi.contract.Contract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of a next release, on documents that are cut down from {@code release-sample.yaml} by text. */
class ReleaseTest {
    private static final Path SAMPLE = Path.of("src/test/resources/contracts/release-sample.yaml");
    private static final String GONE = "note: {type: string}\n        lines";

    @TempDir
    Path folder;

    @Test
    void unchangedContractKeepsItsPromise() throws IOException {
        assertThat(next("", "").verdict()).isEqualTo("Orders 1.4.0 promises what 1.4.0 promised");
    }

    @Test
    void compatibleChangeAsksForAMinorVersion() throws IOException {
        Release release = next(
                "Failure: {type: object, properties: {",
                "Failure: {type: object, properties: {code: {type: integer}, ");

        assertThat(release.verdict()).isEqualTo("Orders 1.4.0 is compatible with 1.4.0, with 1 change");
        assertThat(release.wanted()).isEqualTo("1.5.0");
    }

    @Test
    void breakingChangeNeedsAMajorVersion() throws IOException {
        Release release = next(GONE, "lines");

        assertThat(release.mayBreak()).isFalse();
        assertThat(release.verdict())
                .isEqualTo("Orders 1.4.0 breaks consumers of 1.4.0 with 2 changes; its version must be at least 2.0.0");
        assertThat(release.breaks())
                .extracting(Change::text)
                .containsExactly(
                        "getOrder (GET /orders/{id}), answer 200, field /note: the field is gone. Consumers: stop reading it.",
                        "changeOrder (POST /orders/{id}), answer 200, field /note: the field is gone. Consumers: stop"
                                + " reading it.");
    }

    @Test
    void minorVersionIsNotEnoughForABreak() throws IOException {
        Release release = next("version: 1.4.0", "version: 1.5.0", GONE, "lines");

        assertThat(release.mayBreak()).isFalse();
        assertThat(release.verdict())
                .isEqualTo("Orders 1.5.0 breaks consumers of 1.4.0 with 2 changes; its version must be at least 2.0.0");
    }

    @Test
    void majorVersionAnnouncesABreakWhichIsSaidAllTheSame() throws IOException {
        Release release = next("version: 1.4.0", "version: 2.0.0", GONE, "lines");

        assertThat(release.mayBreak()).isTrue();
        assertThat(release.verdict())
                .isEqualTo("Orders 2.0.0 breaks consumers of 1.4.0 with 2 changes, which its version announces");
    }

    @Test
    void nameOfAPathParameterBreaksNobody() throws IOException {
        assertThat(next("/orders/{id}:", "/orders/{number}:", "name: id, in: path", "name: number, in: path")
                        .verdict())
                .isEqualTo("Orders 1.4.0 promises what 1.4.0 promised");
    }

    @Test
    void pathsThatDifferInTheirParametersOnlyAreKeptApart() throws IOException {
        String more = """
                paths:
                  /orders/{number}:
                    parameters:
                      - {name: number, in: path, required: true, schema: {type: string}}
                    get: {operationId: other, responses: {'204': {description: None}}}
                """;
        Release release = Release.of(
                load(Files.readString(SAMPLE).replace("paths:\n", more)), load(Files.readString(SAMPLE)), true);

        assertThat(release.breaks())
                .extracting(Change::text)
                .contains("other (GET /orders/{number}): the operation is gone. Consumers: stop calling it.");
    }

    @Test
    void breakThatOnlyTheOtherJudgeSeesCounts() throws IOException {
        String text = Files.readString(SAMPLE).replace("paths:", "security: [{Token: []}]\npaths:");
        String scheme = "Token: {type: http, scheme: bearer, bearerFormat: ";
        Release release = Release.of(
                load(text.replace("Key: {", scheme + "JWT}\n    Key: {")),
                load(text.replace("Key: {", scheme + "opaque}\n    Key: {")),
                true);

        assertThat(release.breaks())
                .extracting(Change::text)
                .containsExactly(
                        "getOrder (GET /orders/{id}): openapi-diff says: incompatible security. Consumers: compare both"
                                + " documents.",
                        "changeOrder (POST /orders/{id}): openapi-diff says: incompatible security. Consumers: compare both"
                                + " documents.");
    }

    @Test
    void changelogIsDraftedWithBreaksFirst() throws IOException {
        Release release =
                next("version: 1.4.0", "version: 2.0.0", "amount: {type: integer}", "pieces: {type: integer}");

        assertThat(ChangelogDraft.of(new ContractVersion("1.4.0"), new ContractVersion("2.0.0"), release.changes()))
                .isEqualTo("""
                        ## [2.0.0]

                        Breaks consumers of 1.4.0.

                        ### Changed, and breaks consumers
                        - changeOrder (POST /orders/{id}), request body, field /amount: the field is gone. Consumers: stop sending it.

                        ### Added
                        - changeOrder (POST /orders/{id}), request body, field /pieces: a new field. Consumers: you may send it.
                        """);
    }

    @Test
    void changelogOfAnUnchangedContractSaysSo() throws IOException {
        assertThat(ChangelogDraft.of(
                        new ContractVersion("1.4.0"),
                        new ContractVersion("1.4.0"),
                        next("", "").changes()))
                .isEqualTo("""
                        ## [Unreleased]

                        Nothing that a consumer of 1.4.0 can notice.
                        """);
    }

    /** The sample with replacements, as the release after it. */
    private Release next(String... replacements) throws IOException {
        String text = Files.readString(SAMPLE);
        for (int i = 0; i < replacements.length; i += 2) {
            assertThat(text).contains(replacements[i]);
            text = text.replace(replacements[i], replacements[i + 1]);
        }
        return Release.of(load(Files.readString(SAMPLE)), load(text), true);
    }

    private Contract load(String text) throws IOException {
        return ContractLoader.load(Files.writeString(Files.createTempFile(folder, "orders", ".yaml"), text))
                .contract();
    }
}
