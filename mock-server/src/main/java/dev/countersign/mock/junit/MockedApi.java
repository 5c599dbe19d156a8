package dev.countersign.mock.junit;

import dev.countersign.mock.inprocess.MockHttpClient;
import dev.countersign.mock.pact.ConsumerPact;
import dev.countersign.mock.server.MockServer;
import dev.countersign.mock.server.ServerSettings;
import dev.countersign.openapi.contract.Operation;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The mock as one test has it: where it is, what it is to answer, and what it was asked. Preferences and requests are of this
 * test only. Thread-safe.
 */
public final class MockedApi {
    private final RecordedMock mock;
    private @Nullable MockServer server;
    private boolean closed;

    private MockedApi(RecordedMock mock) {
        this.mock = mock;
    }

    /** A mock that listens once its address is asked for. */
    static MockedApi of(CompiledDocument document, Optional<ConsumerPact> pact) {
        return new MockedApi(new RecordedMock(document, pact));
    }

    synchronized void close() {
        closed = true;
        if (server != null) {
            server.close();
        }
    }

    /**
     * Where it can be called: {@code http://127.0.0.1:PORT}, without a slash at its end. It listens from the first time that
     * this is asked for.
     */
    public synchronized String url() {
        if (server == null) {
            if (closed) {
                throw new IllegalStateException("the test is over, and its mock with it");
            }
            server = SilentStart.of(() -> MockServer.startResponder(mock::respond, ServerSettings.onFreePort()));
        }
        return server.url();
    }

    /**
     * A client that asks this test's mock in its own process: no port, no connection. Whatever takes a
     * {@link java.net.http.HttpClient} can be tested with it, whichever address it believes to call. What a test prefers holds,
     * and what it is asked is recorded, as with {@link #url()}.
     */
    public HttpClient httpClient() {
        return MockHttpClient.answeredBy(mock::walk);
    }

    /** The same as {@link #url()}. */
    public URI uri() {
        return URI.create(url());
    }

    /**
     * Says how this test's following requests are answered, where they do not say it themselves. Replaces what was preferred
     * before.
     *
     * @param preference as in the header {@code Prefer} (RFC 7240), for instance {@code code=404} or {@code example=name}
     * @throws IllegalArgumentException when the mock knows no such preference
     */
    public void prefer(String preference) {
        mock.prefer(TestPreference.of(preference));
    }

    /**
     * Says how this test's following calls of one operation are answered, whatever is preferred for all.
     *
     * @param operation its {@code operationId}, or {@code METHOD /path}
     * @throws IllegalArgumentException when the contract has no such operation, or the mock knows no such preference
     */
    public void prefer(String operation, String preference) {
        mock.prefer(mock.document().operation(operation), TestPreference.of(preference));
    }

    /** Forgets requests and preferences, as happens before each test. */
    public void reset() {
        mock.reset();
    }

    /** What was asked so far, in the order of the answers. */
    public List<RecordedRequest> requests() {
        return mock.requests();
    }

    /**
     * Fails unless an operation has been called, be it with a request that does not fit the contract.
     *
     * @param operation its {@code operationId}, or {@code METHOD /path}
     * @return its calls, for narrower assertions
     * @throws IllegalArgumentException when the contract has no such operation
     */
    public Calls assertCalled(String operation) {
        Operation wanted = mock.document().operation(operation);
        List<RecordedRequest> all = requests();
        List<RecordedRequest> calls = calls(all, wanted);
        if (calls.isEmpty()) {
            throw new AssertionError(CompiledDocument.label(wanted) + " was not called. " + received(all));
        }
        return new Calls(CompiledDocument.label(wanted), calls, mock.document().contract());
    }

    /** Fails if an operation has been called; otherwise like {@link #assertCalled(String)}. */
    public void assertNotCalled(String operation) {
        Operation unwanted = mock.document().operation(operation);
        List<RecordedRequest> calls = calls(requests(), unwanted);
        if (!calls.isEmpty()) {
            throw new AssertionError(CompiledDocument.label(unwanted) + " was called." + Calls.lines(calls));
        }
    }

    /** Fails if a request led to no operation or does not fit the contract, whatever it was answered with. */
    public void assertRequestsValid() {
        List<RecordedRequest> invalid =
                requests().stream().filter(request -> !request.isValid()).toList();
        if (!invalid.isEmpty()) {
            throw new AssertionError("The contract does not allow what was sent:" + Calls.lines(invalid));
        }
    }

    private static List<RecordedRequest> calls(List<RecordedRequest> requests, Operation operation) {
        return requests.stream()
                .filter(request -> request.operation()
                        .filter(called -> called.pointer().equals(operation.pointer()))
                        .isPresent())
                .toList();
    }

    private String received(List<RecordedRequest> all) {
        return all.isEmpty()
                ? "No request has reached " + address() + "."
                : "These requests were sent:" + Calls.lines(all);
    }

    private synchronized String address() {
        return server == null
                ? "this test's own mock, whose address was never asked for"
                : server.url() + ", which is this test's own address";
    }
}
