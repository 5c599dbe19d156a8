package dev.countersign.mock;

import dev.countersign.mock.exchange.MockRequest;
import dev.countersign.mock.exchange.MockResponse;
import dev.countersign.mock.route.RouteResult;
import dev.countersign.mock.route.RouteTable;
import dev.countersign.mock.validate.RequestValidator;
import dev.countersign.mock.validate.ResponseValidator;
import dev.countersign.mock.validate.Validated;
import dev.countersign.mock.validate.Violation;
import dev.countersign.openapi.contract.Contract;
import dev.countersign.openapi.contract.MediaTypeSpec;
import dev.countersign.openapi.contract.Operation;
import dev.countersign.openapi.schema.Schemas;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Holds an exchange between two others against a contract. Thread-safe. */
public final class Examiner {
    private final Contract contract;
    private final Schemas schemas;
    private final RouteTable routes;
    private final Map<String, RequestValidator> requests = new ConcurrentHashMap<>();
    private final Map<String, ResponseValidator> responses = new ConcurrentHashMap<>();

    private Examiner(Contract contract) {
        this.contract = contract;
        this.schemas = Schemas.of(contract);
        this.routes = RouteTable.of(contract);
    }

    /** Prepares a contract. */
    public static Examiner of(Contract contract) {
        return new Examiner(contract);
    }

    /** The operation that a request means. */
    public RouteResult route(MockRequest request) {
        RouteResult route = routes.route(request);
        return route instanceof RouteResult.Matched matched
                ? matched.meant(candidate -> request(candidate, request).isValid())
                : route;
    }

    /** What is wrong with a request. */
    public Validated request(RouteResult.Matched route, MockRequest request) {
        Operation operation = route.operation();
        return requests.computeIfAbsent(
                        operation.pointer(), pointer -> RequestValidator.of(operation, contract, schemas))
                .validate(request, route.pathValues());
    }

    /** What is wrong with the response to an operation; empty when it fits. */
    public List<Violation> response(Operation operation, MockResponse response) {
        return validator(operation).validate(response);
    }

    /** What the contract says about the body of a response to an operation; empty when it says nothing. */
    public Optional<MediaTypeSpec> mediaType(Operation operation, MockResponse response) {
        return validator(operation).mediaType(response);
    }

    private ResponseValidator validator(Operation operation) {
        return responses.computeIfAbsent(
                operation.pointer(), pointer -> ResponseValidator.of(operation, contract, schemas));
    }
}
