package dev.countersign.mock.junit;

import dev.countersign.mock.MockOptions;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestInstanceFactoryContext;
import org.junit.jupiter.api.extension.TestInstancePreConstructCallback;

/**
 * Serves a contract to the tests of a class, in their own process, on a free port or without any:
 *
 * <pre>{@code
 * @RegisterExtension
 * static final MockServerExtension mock = MockServerExtension.serving("api.yaml");
 * }</pre>
 *
 * What is asked of it goes to the running test's own mock, see {@link MockedApi}: preferences and requests of one test are
 * not seen by another. Tests that run one after the other find it at the same address. Tests that run concurrently have one
 * address each, so that they must ask for it themselves, in the test, its set-up or a field of its instance, and not share
 * what one of them got. Thread-safe.
 */
public final class MockServerExtension
        implements BeforeAllCallback, TestInstancePreConstructCallback, BeforeEachCallback, ParameterResolver {
    private final Leases leases;

    /** For JUnit, which finds the document in {@link WithMockServer}. */
    @SuppressWarnings("unused")
    private MockServerExtension() {
        this(new Leases(Optional.empty(), MockOptions.DEFAULTS, Optional.empty()));
    }

    private MockServerExtension(Leases leases) {
        this.leases = leases;
    }

    /**
     * Serves a document.
     *
     * @param document a file, relative to the folder in which the tests run, or else a resource on the class path. One that
     *     cannot be found or used fails every test of the class, with a message that says why
     */
    public static MockServerExtension serving(String document) {
        return new MockServerExtension(new Leases(Optional.of(document), MockOptions.DEFAULTS, Optional.empty()));
    }

    /** The same document, answered in another way. */
    public MockServerExtension withOptions(MockOptions other) {
        return new MockServerExtension(leases.withOptions(other));
    }

    /**
     * The same document, with a pact of what is really called. It is written when the last test has ended, into the folder that the
     * system property {@code pact.rootDir} names, or else {@code target/pacts}; tests of several classes write one together.
     *
     * @param consumer the name of the consuming side, for instance {@code my-web}
     */
    public MockServerExtension pact(String consumer) {
        return pact(consumer, Path.of(System.getProperty("pact.rootDir", "target/pacts")));
    }

    /** The same, with the pact in another folder, which is made when it is not there. */
    public MockServerExtension pact(String consumer, Path folder) {
        return new MockServerExtension(leases.withPact(consumer, folder));
    }

    /**
     * The running test's mock.
     *
     * @throws IllegalStateException when no test is running, or several are and this thread belongs to none of them
     */
    public MockedApi api() {
        return leases.current();
    }

    /** See {@link MockedApi#url()}. */
    public String url() {
        return api().url();
    }

    /** See {@link MockedApi#uri()}. */
    public URI uri() {
        return api().uri();
    }

    /** See {@link MockedApi#httpClient()}. */
    public HttpClient httpClient() {
        return api().httpClient();
    }

    /** See {@link MockedApi#prefer(String)}. */
    public void prefer(String preference) {
        api().prefer(preference);
    }

    /** See {@link MockedApi#prefer(String, String)}. */
    public void prefer(String operation, String preference) {
        api().prefer(operation, preference);
    }

    /** See {@link MockedApi#requests()}. */
    public List<RecordedRequest> requests() {
        return api().requests();
    }

    /** See {@link MockedApi#assertCalled(String)}. */
    public Calls assertCalled(String operation) {
        return api().assertCalled(operation);
    }

    /** See {@link MockedApi#assertNotCalled(String)}. */
    public void assertNotCalled(String operation) {
        api().assertNotCalled(operation);
    }

    /** See {@link MockedApi#assertRequestsValid()}. */
    public void assertRequestsValid() {
        api().assertRequestsValid();
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        leases.of(context);
    }

    /** Fields of a test's instance may be made of its mock's address. */
    @Override
    public void preConstructTestInstance(TestInstanceFactoryContext factory, ExtensionContext context) {
        leases.of(context);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        leases.of(context);
    }

    @Override
    public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext root) {
        return ExtensionContextScope.TEST_METHOD;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        boolean address = type == String.class || type == URI.class;
        return type == MockedApi.class || (address && parameter.isAnnotated(MockUrl.class));
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        MockedApi api = leases.of(context);
        Class<?> type = parameter.getParameter().getType();
        if (type == MockedApi.class) {
            return api;
        }
        return type == URI.class ? api.uri() : api.url();
    }
}
