package dev.countersign.mock.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.mock.MockOptions;
import dev.countersign.openapi.ContractLoader;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a test can prefer, and what it is told when it was not called as expected. */
class MockedApiTest {
    private static final CompiledDocument NOTES = CompiledDocument.of(
            ContractLoader.load(Path.of("src/test/resources/contracts/notes.yaml"))
                    .contract(),
            MockOptions.DEFAULTS);

    private MockedApi mock;
    private Calling api;

    @BeforeEach
    void start() {
        mock = MockedApi.of(NOTES, Optional.empty());
        api = new Calling(mock.url());
    }

    @AfterEach
    void stop() {
        mock.close();
    }

    private static String lines(String... lines) {
        return String.join(System.lineSeparator(), lines);
    }

    @Test
    void answersAsTheTestPrefersUntilItIsReset() {
        mock.prefer("code=503");
        assertThat(api.get("/notes").statusCode()).isEqualTo(503);
        assertThat(api.get("/notes?tag=x").statusCode()).isEqualTo(503);

        mock.reset();
        assertThat(api.get("/notes").statusCode()).isEqualTo(200);
        assertThat(mock.requests()).hasSize(1);
    }

    @Test
    void prefersForOneOperationOnly() {
        mock.prefer("addNote", "code=409");

        assertThat(api.post("/notes", "{\"text\":\"a\"}").statusCode()).isEqualTo(409);
        assertThat(api.get("/notes").statusCode()).isEqualTo(200);
    }

    @Test
    void letsTheRequestsOwnPreferenceWin() {
        mock.prefer("code=503");

        assertThat(api.get("/notes", "Prefer", "code=200").statusCode()).isEqualTo(200);
        assertThat(api.get("/notes?__code=200").statusCode()).isEqualTo(200);
    }

    @Test
    void keepsRequestsAsTheyCame() {
        mock.prefer("code=503");
        api.get("/notes?tag=a%20b", "X-Trace", "1");

        assertThat(mock.requests()).hasSize(1);
        RecordedRequest request = mock.requests().get(0);
        assertThat(request.request().query()).isEqualTo("tag=a%20b");
        assertThat(request.request().headers().first("x-trace")).contains("1");
        assertThat(request.status()).isEqualTo(503);
        assertThat(request.text()).isEmpty();
        assertThat(request.json()).isEmpty();
        assertThat(request).hasToString("GET /notes -> 503, listNotes");
    }

    @Test
    void findsCallsByHeaderQueryBodyAndNumber() {
        api.get("/notes?tag=a%20b", "X-Trace", "1");
        api.get("/notes?tag=c", "X-Trace", "2");
        api.post("/notes", "{\"size\": 1.0, \"text\": \"a\"}");

        assertThat(mock.assertCalled("listNotes")
                        .times(2)
                        .withQuery("tag", "a b")
                        .times(1)
                        .requests())
                .hasSize(1);
        mock.assertCalled("GET /notes").withHeader("x-trace", "2").withQuery("tag", "c");
        mock.assertCalled("addNote").withJson("{\"text\":\"a\",\"size\":1}").times(1);
        mock.assertNotCalled("DELETE /notes/{id}");
        mock.assertRequestsValid();
    }

    @Test
    void saysThatNothingWasSent() {
        assertThatThrownBy(() -> mock.assertCalled("addNote"))
                .isInstanceOf(AssertionError.class)
                .hasMessage("addNote (POST /notes) was not called. No request has reached " + mock.url()
                        + ", which is this test's own address.");
    }

    @Test
    void saysWhatWasSentInstead() {
        api.get("/note");
        api.post("/notes/1", "{}");
        api.post("/notes", "{}");

        assertThatThrownBy(() -> mock.assertCalled("listNotes"))
                .isInstanceOf(AssertionError.class)
                .hasMessage(lines(
                        "listNotes (GET /notes) was not called. These requests were sent:",
                        "  GET /note -> 404, no path of the contract; it has GET /notes, POST /notes",
                        "  POST /notes/1 -> 405, no method of this path; it has DELETE, OPTIONS",
                        "  POST /notes -> 422, addNote: body /text: required property \"text\" is missing"));
    }

    @Test
    void saysWhatTheContractDoesNotAllow() {
        api.get("/notes");
        api.post("/notes", "{}");
        api.get("/note");

        assertThatThrownBy(mock::assertRequestsValid)
                .isInstanceOf(AssertionError.class)
                .hasMessage(lines(
                        "The contract does not allow what was sent:",
                        "  POST /notes -> 422, addNote: body /text: required property \"text\" is missing",
                        "  GET /note -> 404, no path of the contract; it has GET /notes, POST /notes"));
    }

    @Test
    void saysWhatShouldNotHaveBeenSent() {
        api.delete("/notes/1");

        assertThatThrownBy(() -> mock.assertNotCalled("DELETE /notes/{id}"))
                .isInstanceOf(AssertionError.class)
                .hasMessage(lines("DELETE /notes/{id} was called.", "  DELETE /notes/1 -> 204, DELETE /notes/{id}"));
    }

    @Test
    void saysHowOftenItWasCalled() {
        api.get("/notes");
        api.get("/notes");

        assertThatThrownBy(() -> mock.assertCalled("listNotes").times(1))
                .isInstanceOf(AssertionError.class)
                .hasMessage(lines(
                        "There should be 1 such call(s) of listNotes (GET /notes), there were 2:",
                        "  GET /notes -> 200, listNotes",
                        "  GET /notes -> 200, listNotes"));
    }

    @Test
    void showsTheClosestBodyWithoutItsSecrets() {
        api.post("/notes", "{\"size\": 5}");
        api.post(
                "/notes",
                "{\"text\":\"a\",\"lock\":\"hush1\",\"locks\":[\"hush2\"],\"sessionToken\":\"hush3\",\"pageToken\":\"p2\","
                        + "\"unknown\":\"hush4\",\"parts\":[{\"line\":\"x\"},{\"line\":\"y\"}],\"more\":1}");

        assertThatThrownBy(() -> mock.assertCalled("addNote")
                        .withJson("{\"text\":\"b\",\"size\":1,\"lock\":\"hush5\",\"locks\":[\"hush6\"],"
                                + "\"sessionToken\":\"hush7\",\"pageToken\":\"p1\",\"unknown\":\"hush8\","
                                + "\"parts\":[{\"line\":\"x\"},{\"line\":\"z\"}]}"))
                .isInstanceOf(AssertionError.class)
                .hasMessage(lines(
                        "No call of addNote (POST /notes) has the expected body. The closest of 2:",
                        "  POST /notes -> 201, addNote",
                        "    /text: expected \"b\", was \"a\"",
                        "    /size: missing",
                        "    /lock: another value (not shown)",
                        "    /locks/0: another value (not shown)",
                        "    /sessionToken: another value (not shown)",
                        "    /pageToken: expected \"p1\", was \"p2\"",
                        "    /unknown: another value (not shown)",
                        "    /parts/1/line: expected \"z\", was \"y\"",
                        "    /more: not expected"));
    }

    @Test
    void showsNoValueOfHeadersAndQueries() {
        api.get("/notes?tag=hush", "Authorization", "hush");

        assertThatThrownBy(() -> mock.assertCalled("listNotes").withHeader("Authorization", "silence"))
                .isInstanceOf(AssertionError.class)
                .hasMessage(lines(
                        "No call of listNotes (GET /notes) has the expected value of the header \"Authorization\""
                                + " (values are not shown).",
                        "  GET /notes -> 200, listNotes"));
        assertThatThrownBy(() -> mock.assertCalled("listNotes").withQuery("tag", "silence"))
                .isInstanceOf(AssertionError.class)
                .hasMessage(lines(
                        "No call of listNotes (GET /notes) has the expected value of the query parameter \"tag\""
                                + " (values are not shown).",
                        "  GET /notes -> 200, listNotes"));
    }

    @Test
    void saysThatABodyIsNotJson() {
        api.post("/notes", "hush{");

        assertThatThrownBy(() -> mock.assertCalled("addNote").withJson("{}"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("    the body is not JSON")
                .hasMessageNotContaining("hush");
        assertThatThrownBy(() -> mock.assertCalled("addNote").withJson("hush{"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The expected body is not well-formed JSON (the text is not shown).")
                .hasNoCause();
    }

    @Test
    void refusesWhatNeitherContractNorMockKnows() {
        assertThatThrownBy(() -> mock.assertCalled("addnote"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "The contract has no operation \"addnote\". It has addNote, listNotes, DELETE /notes/{id}.");
        assertThatThrownBy(() -> mock.prefer("cod=503"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The preference \"cod=503\" says nothing that the mock knows. Write, for instance,"
                        + " \"code=404\", \"example=name\", \"dynamic=true, seed=1\" or \"delay=2s, fault=reset\".");
    }
}
