package dev.countersign.verify.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.mockcontrol.MockControlClient;
import dev.countersign.mockcontrol.model.Answer;
import dev.countersign.mockcontrol.model.AnswerList;
import dev.countersign.mockcontrol.model.Condition;
import dev.countersign.mockcontrol.model.ConditionIn;
import dev.countersign.mockcontrol.model.Expectation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A page of another origin that is developed beside the console: errors, delays and faults at will, and sessions side by side. */
class SignInIT {
    private static final String AUTH = "../openapi/auth.yaml";
    private static final String OPERATION = "signIn";
    private static final int PARALLEL = 10;

    @TempDir
    private Path folder;

    @Test
    @Timeout(300)
    void worksInABrowser() throws IOException, InterruptedException {
        try (ControlledMock mock = ControlledMock.packaged(AUTH, "--log", "none")) {
            setUp(mock, "set-by-a-test", lockedUnlessNew());
            for (int i = 0; i < PARALLEL; i++) {
                setUp(mock, "parallel-" + i, answerOf(i));
            }

            Path pictures = new BrowserTests(folder)
                    .run("sign-in.test.mjs", mock.url(), Map.of("PARALLEL", String.valueOf(PARALLEL)));

            assertThat(pictures.resolve("sign-in.png")).isNotEmptyFile();
            expect(
                    mock,
                    "credentials",
                    condition(ConditionIn.HEADER, "Cookie")
                            .pattern("theme=dark")
                            .build(),
                    condition(ConditionIn.HEADER, "Origin")
                            .pattern("^http://127\\.0\\.0\\.1:[0-9]+$")
                            .build());
            for (int i = 0; i < PARALLEL; i++) {
                expect(mock, "parallel-" + i);
                expect(
                        mock,
                        "parallel-" + i,
                        condition(ConditionIn.BODY, "/email")
                                .value("user" + i + "@abc.com")
                                .build());
            }
            assertThat(mock.control().requests().listRequests().requests()).isEmpty();
        }
    }

    @Test
    @Timeout(300)
    void remembersAsItsScenarioSays() throws IOException, InterruptedException {
        try (ControlledMock mock =
                ControlledMock.packaged(AUTH, "--log", "none", "--scenario", "../openapi/auth.scenario.yaml")) {
            Path pictures = new BrowserTests(folder).run("scenario.test.mjs", mock.url(), Map.of());

            assertThat(pictures.resolve("scenario.png")).isNotEmptyFile();
        }
    }

    private static AnswerList lockedUnlessNew() {
        return AnswerList.builder()
                .answers(List.of(
                        Answer.builder()
                                .status("500")
                                .when(List.of(condition(ConditionIn.BODY, "/email")
                                        .pattern("^new")
                                        .build()))
                                .times(1)
                                .build(),
                        Answer.builder()
                                .status("400")
                                .body(Map.of("statusCode", 400, "message", "Locked", "body", "ask us"))
                                .build()))
                .build();
    }

    /** What each of the sessions side by side gets: success, an error of the server, one of the user, and so on. */
    private static AnswerList answerOf(int session) {
        Answer answer =
                switch (session % 3) {
                    case 0 -> Answer.builder().status("200").build();
                    case 1 -> Answer.builder().status("500").build();
                    default ->
                        Answer.builder()
                                .status("400")
                                .example("validation-error")
                                .build();
                };
        return AnswerList.builder().answers(List.of(answer)).build();
    }

    private static Condition.Builder condition(ConditionIn in, String at) {
        return Condition.builder().in(in).at(at);
    }

    private static void setUp(ControlledMock mock, String session, AnswerList answers) {
        try (MockControlClient control = mock.control(session)) {
            control.operations().setAnswers(OPERATION, answers);
        }
    }

    /** Exactly one call that holds all this. */
    private static void expect(ControlledMock mock, String session, Condition... where) {
        try (MockControlClient control = mock.control(session)) {
            control.requests()
                    .expectRequests(Expectation.builder()
                            .operation(OPERATION)
                            .where(List.of(where))
                            .count(1)
                            .build());
        }
    }
}
