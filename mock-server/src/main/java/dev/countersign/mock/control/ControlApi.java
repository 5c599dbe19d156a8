package dev.countersign.mock.control;

import dev.countersign.mock.Mock;
import dev.countersign.mock.MockOptions;
import dev.countersign.mock.exchange.Header;
import dev.countersign.mock.exchange.MockRequest;
import dev.countersign.mock.exchange.MockResponse;
import dev.countersign.mock.explain.Explanation;
import dev.countersign.mock.render.ProblemBody;
import dev.countersign.mock.route.RouteResult.Matched;
import dev.countersign.openapi.contract.Contract;
import dev.countersign.openapi.json.JsonTree;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/**
 * The control API. Its own document, {@code control.yaml}, is served by the same engine as everybody's: a call reaches this class
 * when it fits. Thread-safe.
 */
final class ControlApi {
    static final MockResponse DONE = new MockResponse(204, List.of(), new byte[0]);

    private static final Header JSON = new Header("Content-Type", "application/json");

    private final Mock document;
    private final Control control;
    private final AnswerCalls answers;
    private final RequestCalls requests;
    private final StateCalls states;
    private final DocumentCalls documents;

    ControlApi(Contract document, Control control, Supplier<Mock> mock, List<? extends ControlledDocument> documents) {
        this.document = Mock.compile(document, MockOptions.DEFAULTS);
        this.control = control;
        Operations operations = new Operations(mock);
        this.answers = new AnswerCalls(operations, control.events(), control.clock());
        this.requests = new RequestCalls(operations, control);
        this.states = new StateCalls(mock, control.events());
        this.documents = new DocumentCalls(documents);
    }

    /** Answers a call, whose path begins below the API's own address. Holds no thread while it waits. */
    CompletableFuture<MockResponse> answer(MockRequest request) {
        Explanation call = document.walk(request);
        if (!(call.route() instanceof Matched matched)
                || !call.validated().orElseThrow().isValid()) {
            return now(call.response());
        }
        try {
            return answer(control.sessions().of(request.headers()), CallValues.of(matched, call));
        } catch (RefusedCallException e) {
            return now(ProblemBody.of(e.status(), String.valueOf(e.getMessage()))
                    .list("problems", e.problems())
                    .response());
        }
    }

    private CompletableFuture<MockResponse> answer(Session session, CallValues call) {
        return switch (call.operation()) {
            case "listOperations" -> now(answers.list(session));
            case "switchAnswer" -> now(answers.switchAnswer(session, call));
            case "setAnswers" -> now(answers.set(session, call));
            case "clearAnswer" -> now(answers.clear(session, call));
            case "listRequests" -> requests.list(session, call);
            case "findRequests" -> requests.find(session, call);
            case "expectRequests" -> requests.expect(session, call);
            case "clearRequests" -> now(requests.clear(session));
            case "getRequest" -> now(requests.get(session, call));
            case "replayRequest" -> now(requests.replay(session, call));
            case "showState" -> now(states.show(session));
            case "saveState" -> now(states.save(session));
            case "loadState" -> now(states.load(session, call));
            case "clearState" -> now(states.clear(session));
            case "listDocuments" -> now(documents.list());
            case "replaceDocument" -> now(documents.replace(call));
            case "restoreDocument" -> now(documents.restore(call));
            case "reset" -> now(reset(session));
            default -> throw new IllegalStateException(call.operation());
        };
    }

    private MockResponse reset(Session session) {
        answers.clear(session);
        states.forget(session);
        return requests.clear(session);
    }

    static MockResponse json(JsonNode body) {
        return new MockResponse(200, List.of(JSON), JsonTree.bytes(body));
    }

    private static CompletableFuture<MockResponse> now(MockResponse response) {
        return CompletableFuture.completedFuture(response);
    }
}
