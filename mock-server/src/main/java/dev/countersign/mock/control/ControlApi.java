package dev.countersign.mock.control;

import dev.countersign.mock.Mock;
import dev.countersign.mock.MockOptions;
import dev.countersign.mock.exchange.Header;
import dev.countersign.mock.exchange.MockRequest;
import dev.countersign.mock.exchange.MockResponse;
import dev.countersign.mock.explain.Explanation;
import dev.countersign.mock.render.ProblemBody;
import dev.countersign.mock.route.RouteResult;
import dev.countersign.openapi.check.NearestName;
import dev.countersign.openapi.contract.Contract;
import dev.countersign.openapi.contract.Operation;
import dev.countersign.openapi.contract.ResponseSpec;
import dev.countersign.openapi.json.JsonTree;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The control API. Its own document, {@code control.yaml}, is served by the same engine as everybody's: a call reaches this class
 * when it fits. Thread-safe.
 */
final class ControlApi {
    private static final Header JSON = new Header("Content-Type", "application/json");
    private static final MockResponse DONE = new MockResponse(204, List.of(), new byte[0]);

    private final Mock document;
    private final Control control;
    private final Supplier<Mock> mock;

    ControlApi(Contract document, Control control, Supplier<Mock> mock) {
        this.document = Mock.compile(document, MockOptions.DEFAULTS);
        this.control = control;
        this.mock = mock;
    }

    /** Answers a call, whose path begins below the API's own address. */
    CompletableFuture<MockResponse> answer(MockRequest request) {
        Explanation call = document.walk(request);
        if (!(call.route() instanceof RouteResult.Matched matched)
                || !call.validated().orElseThrow().isValid()) {
            return now(call.response());
        }
        Session session = control.sessions().of(request.headers());
        return switch (matched.operation().id()) {
            case "listOperations" -> now(listOperations(session));
            case "switchAnswer" -> now(withOperation(call, operation -> switchAnswer(session, operation, call)));
            case "clearAnswer" -> now(withOperation(call, operation -> clearAnswer(session, operation)));
            case "listRequests" -> listRequests(session, call);
            case "clearRequests" -> now(clearRequests(session));
            case "getRequest" -> now(withExchange(session, call, exchange -> json(ExchangeJson.detail(exchange))));
            case "replayRequest" -> now(withExchange(session, call, this::replay));
            case "reset" -> now(reset(session));
            default -> throw new IllegalStateException(matched.operation().id());
        };
    }

    private MockResponse listOperations(Session session) {
        Contract served = mock.get().contract();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("title", served.title());
        json.put("version", served.version());
        ArrayNode operations = json.putArray("operations");
        served.operations().forEach(operation -> operations.add(OperationJson.of(operation, session.answers())));
        return json(json);
    }

    private MockResponse switchAnswer(Session session, Operation operation, Explanation call) {
        SwitchedAnswer answer =
                SwitchedAnswer.of(call.validated().orElseThrow().body().orElseThrow());
        Optional<String> fault = undocumented(operation, answer);
        if (fault.isPresent()) {
            return ProblemBody.of(422, fault.get()).response();
        }
        session.answers().put(operation, answer);
        control.events().onAnswers(session);
        return json(answer.json());
    }

    private static Optional<String> undocumented(Operation operation, SwitchedAnswer answer) {
        List<ResponseSpec> responses = operation.responses().stream()
                .filter(response -> answer.status()
                        .map(status -> documents(response, status))
                        .orElse(true))
                .toList();
        if (responses.isEmpty()) {
            return Optional.of("The operation \"" + operation.id() + "\" documents no status "
                    + answer.status().orElse("") + ". Documented: "
                    + String.join(
                            ", ",
                            operation.responses().stream()
                                    .map(ResponseSpec::status)
                                    .toList()) + ".");
        }
        List<String> names = responses.stream()
                .flatMap(response -> OperationJson.examples(response).stream())
                .distinct()
                .toList();
        return answer.example()
                .filter(example -> !names.contains(example))
                .map(example -> "The operation \"" + operation.id() + "\" has no example \"" + example + "\" there. "
                        + (names.isEmpty()
                                ? "It has none with a name."
                                : "There are: " + String.join(", ", names) + "."));
    }

    private static boolean documents(ResponseSpec response, String status) {
        String documented = response.status();
        return documented.equals(status)
                || documented.equals("default")
                || (documented.endsWith("XX") && documented.charAt(0) == status.charAt(0));
    }

    private MockResponse clearAnswer(Session session, Operation operation) {
        session.answers().remove(operation);
        control.events().onAnswers(session);
        return DONE;
    }

    private CompletableFuture<MockResponse> listRequests(Session session, Explanation call) {
        Predicate<Exchange> wanted = wanted(call);
        int atLeast = parameter(call, "atLeast").asInt(0);
        long within = parameter(call, "within").asLong(0);
        return session.exchanges()
                .await(wanted, atLeast)
                .completeOnTimeout(List.of(), within, TimeUnit.MILLISECONDS)
                .thenApply(found -> found.isEmpty() ? session.exchanges().find(wanted) : found)
                .thenApply(ControlApi::list);
    }

    private static Predicate<Exchange> wanted(Explanation call) {
        String operation = parameter(call, "operation").asString("");
        int status = parameter(call, "status").asInt(0);
        long after = parameter(call, "after").asLong(0);
        return exchange -> exchange.number() > after
                && (status == 0 || exchange.status() == status)
                && (operation.isEmpty()
                        || exchange.operation()
                                .map(Operation::id)
                                .filter(operation::equals)
                                .isPresent());
    }

    private static MockResponse list(List<Exchange> exchanges) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode requests = json.putArray("requests");
        exchanges.forEach(exchange -> requests.add(ExchangeJson.summary(exchange)));
        return json(json);
    }

    private MockResponse clearRequests(Session session) {
        session.exchanges().clear();
        control.events().onCleared(session);
        return DONE;
    }

    private MockResponse replay(Exchange exchange) {
        return json(ExchangeJson.summary(
                control.exchange(mock.get(), exchange.explanation().request())));
    }

    private MockResponse reset(Session session) {
        session.answers().clear();
        control.events().onAnswers(session);
        return clearRequests(session);
    }

    private MockResponse withOperation(Explanation call, Function<Operation, MockResponse> answer) {
        String id = parameter(call, "operation").asString("");
        List<Operation> operations = mock.get().contract().operations();
        Optional<Operation> found =
                operations.stream().filter(each -> each.id().equals(id)).findFirst();
        return found.map(answer).orElseGet(() -> {
            Set<String> ids = operations.stream().map(Operation::id).collect(Collectors.toSet());
            String hint = NearestName.of(id, ids)
                    .map(near -> " Did you mean \"" + near + "\"?")
                    .orElse("");
            return ProblemBody.of(404, "There is no operation \"" + id + "\"." + hint)
                    .response();
        });
    }

    private static MockResponse withExchange(
            Session session, Explanation call, Function<Exchange, MockResponse> answer) {
        long number = parameter(call, "number").asLong(0);
        return session.exchanges()
                .get(number)
                .map(answer)
                .orElseGet(() -> ProblemBody.of(
                                404,
                                "There is no request " + number + " (any more): the last 200 of a session are kept.")
                        .response());
    }

    private static JsonNode parameter(Explanation call, String name) {
        Operation operation = ((RouteResult.Matched) call.route()).operation();
        return operation.parameters().stream()
                .filter(parameter -> parameter.name().equals(name))
                .map(parameter -> call.validated().orElseThrow().parameters().get(parameter.pointer()))
                .filter(value -> value != null)
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    private static MockResponse json(JsonNode body) {
        return new MockResponse(200, List.of(JSON), JsonTree.bytes(body));
    }

    private static CompletableFuture<MockResponse> now(MockResponse response) {
        return CompletableFuture.completedFuture(response);
    }
}
