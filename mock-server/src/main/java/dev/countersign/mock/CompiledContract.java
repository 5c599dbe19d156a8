package dev.countersign.mock;

import dev.countersign.mock.exchange.MockRequest;
import dev.countersign.mock.route.RouteResult;
import dev.countersign.mock.route.RouteTable;
import dev.countersign.mock.sample.SampleGenerator;
import dev.countersign.mock.validate.Strictness;
import dev.countersign.mock.validate.Validated;
import dev.countersign.mock.validate.Validated.Verdict;
import dev.countersign.openapi.contract.Contract;
import dev.countersign.openapi.contract.Operation;
import dev.countersign.openapi.schema.Schemas;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A contract, prepared once for all that work with it: mock, proxy, recorder and tests. An operation is compiled when it is
 * first asked for, so that a document of a thousand operations starts as fast as one of four. Thread-safe.
 */
public final class CompiledContract {
    private final Contract contract;
    private final Schemas schemas;
    private final SampleGenerator samples;
    private final RouteTable routes;
    private final Map<String, CompiledOperation> operations = new ConcurrentHashMap<>();

    private CompiledContract(Contract contract) {
        this.contract = contract;
        this.schemas = Schemas.of(contract);
        this.samples = SampleGenerator.of(schemas);
        this.routes = RouteTable.of(contract);
    }

    /** Prepares a contract. */
    public static CompiledContract of(Contract contract) {
        return new CompiledContract(contract);
    }

    /** The contract itself. */
    public Contract contract() {
        return contract;
    }

    /** The contract's schemas. */
    public Schemas schemas() {
        return schemas;
    }

    /** Makes values that fit those schemas. */
    public SampleGenerator samples() {
        return samples;
    }

    /** The operation that a request means. Where several share its path, it is the first that the whole request fits. */
    public RouteResult route(MockRequest request, Strictness strictness) {
        RouteResult route = routes.route(request);
        return route instanceof RouteResult.Matched matched && !matched.others().isEmpty()
                ? matched.meant(candidate -> endsTheSearch(validate(candidate, request, strictness)))
                : route;
    }

    /** To look at a request that is too expensive for one operation once more for each other would be more expensive still. */
    private static boolean endsTheSearch(Validated validated) {
        return validated.isValid() || validated.verdict() == Verdict.TOO_EXPENSIVE;
    }

    /** What is wrong with a request for an operation. */
    public Validated validate(RouteResult.Matched route, MockRequest request, Strictness strictness) {
        return operation(route.operation()).requests().validate(request, route.pathValues(), strictness);
    }

    /** What there is of an operation of this contract. */
    public CompiledOperation operation(Operation operation) {
        CompiledOperation known = operations.get(operation.pointer());
        return known != null
                ? known
                : operations.computeIfAbsent(
                        operation.pointer(), pointer -> new CompiledOperation(operation, contract, schemas));
    }
}
