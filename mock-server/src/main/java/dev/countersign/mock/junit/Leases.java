package dev.countersign.mock.junit;

import dev.countersign.mock.MockOptions;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Which mock each class and each test has. A test that runs in the thread of its class has the mock of the class, emptied; one
 * that runs concurrently has a mock of its own. Leases stand in JUnit's store, which ends them with their test or class, even
 * when that has failed before it began.
 */
final class Leases {
    private static final String SHARED = "shared";

    private final Namespace namespace = Namespace.create(MockServerExtension.class, this);
    private final CurrentMock current = new CurrentMock();
    private final Optional<String> document;
    private final MockOptions options;
    private final Optional<PactTarget> pact;

    Leases(Optional<String> document, MockOptions options, Optional<PactTarget> pact) {
        this.document = document;
        this.options = options;
        this.pact = pact;
    }

    Leases withOptions(MockOptions other) {
        return new Leases(document, other, pact);
    }

    Leases withPact(String consumer, Path folder) {
        return new Leases(document, options, Optional.of(new PactTarget(consumer, folder)));
    }

    MockedApi current() {
        return current.get();
    }

    /** The mock of a class or test, made when it is first asked for. */
    MockedApi of(ExtensionContext context) {
        Store store = context.getStore(namespace);
        Lease known = store.get(context.getUniqueId(), Lease.class);
        if (known != null) {
            return known.api();
        }
        boolean sameThread = context.getExecutionMode() == ExecutionMode.SAME_THREAD;
        MockedApi shared = sameThread ? store.get(SHARED, MockedApi.class) : null;
        MockedApi api = shared == null ? start(context) : shared;
        api.reset();
        store.put(context.getUniqueId(), new Lease(api, shared == null, current, current.enter(api)));
        if (context.getTestMethod().isEmpty()) {
            store.put(SHARED, api);
        }
        return api;
    }

    private MockedApi start(ExtensionContext context) {
        CompiledDocument compiled = compiled(context);
        return MockedApi.of(compiled, pact.map(target -> target.in(context, compiled.contract())));
    }

    /** Compiled once per test run, and not once per class: the root's store outlives them all. */
    @SuppressWarnings("deprecation") // computeIfAbsent came with JUnit 6
    private CompiledDocument compiled(ExtensionContext context) {
        Class<?> test = context.getRequiredTestClass();
        DocumentLocation location = DocumentLocation.of(document.orElseGet(() -> annotated(test)), test);
        CompiledDocument compiled = context.getRoot()
                .getStore(Namespace.create(CompiledDocument.class))
                .getOrComputeIfAbsent(
                        new Key(location, options),
                        key -> CompiledDocument.of(location.load(), options),
                        CompiledDocument.class);
        return Objects.requireNonNull(compiled);
    }

    private record Key(DocumentLocation location, MockOptions options) {}

    private static String annotated(Class<?> test) {
        for (Class<?> type = test; type != null; type = type.getEnclosingClass()) {
            Optional<WithMockServer> annotation = AnnotationSupport.findAnnotation(type, WithMockServer.class);
            if (annotation.isPresent()) {
                return annotation.get().value();
            }
        }
        throw new ExtensionConfigurationException("No document is named for " + test.getName()
                + ". Annotate it with @WithMockServer(\"api.yaml\"), or register"
                + " MockServerExtension.serving(\"api.yaml\") as a field.");
    }

    /**
     * A mock that a class or test has.
     *
     * @param ends whether it ends with the lease
     * @param thread where the class or test runs
     */
    @SuppressWarnings("deprecation") // before JUnit 5.13, a store closes nothing else
    private record Lease(MockedApi api, boolean ends, CurrentMock current, Thread thread)
            implements AutoCloseable, Store.CloseableResource {
        @Override
        public void close() {
            current.leave(api, thread);
            if (ends) {
                api.close();
            }
        }
    }
}
