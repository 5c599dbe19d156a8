package dev.countersign.verify.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.countersign.mockcontrol.MockControlClient;
import dev.countersign.mockcontrol.model.Answer;
import dev.countersign.mockcontrol.model.AnswerList;
import dev.countersign.mockcontrol.model.Condition;
import dev.countersign.mockcontrol.model.ConditionIn;
import dev.countersign.mockcontrol.model.Document;
import dev.countersign.mockcontrol.model.Expectation;
import dev.countersign.mockcontrol.model.ProblemException;
import dev.countersign.mockcontrol.model.RequestQuery;
import dev.countersign.mockcontrol.model.UnmetExpectationException;
import dev.countersign.openapi.contract.Operation;
import dev.countersign.verify.ShippedContract;
import dev.countersign.verify.cases.TestCase;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A running mock server under the control of the client that is generated from its control API's document. */
class ControlClientTest {
    private static final TestCase SUCCESS = ShippedContract.subject().cases().stream()
            .filter(each -> each.isSuccess() && each.body().isPresent())
            .findFirst()
            .orElseThrow();
    private static final Operation OPERATION = SUCCESS.operation();
    private static final JsonNode BODY = SUCCESS.body().orElseThrow().value();
    private static final String FIELD = BODY.propertyNames().iterator().next();

    private static ControlledMock mock;

    @BeforeAll
    static void start() {
        mock = ControlledMock.start("-q");
    }

    @AfterAll
    static void end() {
        mock.close();
    }

    @BeforeEach
    void reset() {
        mock.control().operations().reset();
    }

    private static int send(String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(mock.url().resolve(OPERATION.path()))
                .header("Content-Type", "application/json")
                .method(OPERATION.method(), BodyPublishers.ofString(BODY.toString()));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HttpClient.newHttpClient()
                .sendAsync(request.build(), BodyHandlers.discarding())
                .join()
                .statusCode();
    }

    private static Condition field(Object value) {
        return Condition.builder()
                .in(ConditionIn.BODY)
                .at("/" + FIELD)
                .value(value)
                .build();
    }

    @Test
    void switchesAnOperationOnceAndForAll() {
        mock.control()
                .operations()
                .switchAnswer(
                        OPERATION.id(), Answer.builder().status("500").times(1).build());
        assertThat(send()).isEqualTo(500);
        assertThat(send()).isEqualTo(200);
    }

    @Test
    void switchesByWhatRequestsHold() {
        mock.control()
                .operations()
                .setAnswers(
                        OPERATION.id(),
                        AnswerList.builder()
                                .answers(List.of(
                                        Answer.builder()
                                                .status("418")
                                                .undocumented(true)
                                                .when(List.of(field("something else")))
                                                .build(),
                                        Answer.builder()
                                                .status("500")
                                                .when(List.of(
                                                        field(BODY.get(FIELD).asString())))
                                                .build()))
                                .build());
        assertThat(send()).isEqualTo(500);
        mock.control().operations().clearAnswer(OPERATION.id());
        assertThat(send()).isEqualTo(200);
    }

    @Test
    void waitsForWhatIsRequested() {
        CompletableFuture<Integer> found = mock.control()
                .async()
                .requests()
                .findRequests(RequestQuery.builder()
                        .operation(OPERATION.id())
                        .where(List.of(field(BODY.get(FIELD).asString())))
                        .atLeast(2)
                        .within(60_000)
                        .build())
                .thenApply(list -> list.requests().size());
        send();
        send();
        assertThat(found.join()).isEqualTo(2);
    }

    @Test
    void saysWhatDiffersFromWhatWasExpected() {
        send();
        Expectation expected = Expectation.builder()
                .operation(OPERATION.id())
                .where(List.of(field("something else")))
                .build();
        assertThatThrownBy(() -> mock.control().requests().expectRequests(expected))
                .asInstanceOf(type(UnmetExpectationException.class))
                .satisfies(unmet -> assertThat(unmet.error().detail())
                        .contains("Expected at least 1 call of " + OPERATION.id())
                        .contains("body /" + FIELD + ": expected \"something else\", was "));
    }

    @Test
    void guessesWhatWasMeant() {
        assertThatThrownBy(() -> mock.control()
                        .operations()
                        .switchAnswer(
                                OPERATION.id() + "s",
                                Answer.builder().status("500").build()))
                .asInstanceOf(type(ProblemException.class))
                .satisfies(problem ->
                        assertThat(problem.error().detail()).endsWith("Did you mean \"" + OPERATION.id() + "\"?"));
    }

    @Test
    void replacesADocumentAndRestoresIt() {
        Document served = mock.control().documents().listDocuments().documents().get(0);
        assertThat(mock.control()
                        .documents()
                        .replaceDocument(
                                served.name(),
                                Map.of(
                                        "openapi",
                                        "3.1.0",
                                        "info",
                                        Map.of("title", "Another", "version", "1"),
                                        "paths",
                                        Map.of()))
                        .title())
                .isEqualTo("Another");
        assertThat(send()).isEqualTo(404);

        assertThatThrownBy(() -> mock.control().documents().replaceDocument(served.name(), Map.of("info", Map.of())))
                .asInstanceOf(type(ProblemException.class))
                .satisfies(refused -> {
                    assertThat(refused.status()).isEqualTo(422);
                    assertThat(refused.error().problems())
                            .hasValueSatisfying(all -> assertThat(all).isNotEmpty());
                });

        assertThat(mock.control().documents().restoreDocument(served.name())).isEqualTo(served);
        assertThat(send()).isEqualTo(200);
    }

    @Test
    void keepsSessionsApart() {
        try (MockControlClient one = mock.control("one")) {
            one.operations()
                    .switchAnswer(OPERATION.id(), Answer.builder().status("500").build());
            assertThat(send("Mock-Session", "one")).isEqualTo(500);
            assertThat(send("Mock-Session", "two")).isEqualTo(200);
            assertThat(one.requests().listRequests().requests()).hasSize(1);
        }
    }
}
