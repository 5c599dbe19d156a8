package dev.countersign.mock.proxy;

import dev.countersign.mock.Mock;
import dev.countersign.mock.exchange.Header;
import dev.countersign.mock.exchange.MockRequest;
import dev.countersign.mock.exchange.MockResponse;
import dev.countersign.openapi.contract.Operation;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The mock, in place of a real server that does not have all operations yet. Thread-safe.
 *
 * @param mock answers; asked for every request
 * @param operations the ids of those that the real server is not asked for
 * @param whereMissing whether it also stands in when the real server answers as if it had no such operation
 */
public record StandIn(Supplier<Mock> mock, Set<String> operations, boolean whereMissing) {
    /** The field that says that the mock has answered, and why. */
    public static final String HEADER = "Countersign-Mocked";

    public StandIn {
        operations = Set.copyOf(operations);
    }

    /** Whether the real server is not even asked. */
    boolean isFor(Operation operation) {
        return operations.contains(operation.id());
    }

    /**
     * Whether an answer says that there is no such operation. One that the contract documents may speak of what was asked for
     * instead, unless it is 501 (RFC 9110 section 15.6.2).
     *
     * @param fits whether the answer is one that the contract documents
     */
    boolean isMissing(int status, boolean fits) {
        return whereMissing && (status == 501 || !fits && (status == 404 || status == 405));
    }

    MockResponse answerUnasked(MockRequest request) {
        return mock.get().answer(request).with(new Header(HEADER, "the operation is one that the mock answers"));
    }

    /** The received status has its parameter in RFC 9209 section 2.1.5. */
    MockResponse answerInstead(MockRequest request, int status) {
        return mock.get()
                .answer(request)
                .with(new Header(HEADER, "the upstream answered " + status))
                .with(new Header(UpstreamFailure.PROXY_STATUS, "countersign; received-status=" + status));
    }
}
