package dev.countersign.mock.junit;

import dev.countersign.mock.pact.ConsumerPact;
import dev.countersign.openapi.contract.Contract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;

/** Whose pact is written, and where. */
record PactTarget(String consumer, Path folder) {
    /** The pact with the provider of a contract: one for the whole test run, which is written when that ends. */
    @SuppressWarnings("deprecation") // computeIfAbsent came with JUnit 6
    ConsumerPact in(ExtensionContext context, Contract contract) {
        KeptPact kept = context.getRoot()
                .getStore(Namespace.create(PactTarget.class))
                .getOrComputeIfAbsent(
                        new Key(this, contract.title()),
                        key -> new KeptPact(new ConsumerPact(consumer, contract.title()), folder),
                        KeptPact.class);
        return Objects.requireNonNull(kept).pact();
    }

    private record Key(PactTarget target, String title) {}

    @SuppressWarnings("deprecation") // before JUnit 5.13, a store closes nothing else
    private record KeptPact(ConsumerPact pact, Path folder) implements AutoCloseable, Store.CloseableResource {
        @Override
        public void close() {
            try {
                if (pact.size() > 0) {
                    pact.write(folder);
                }
            } catch (IOException e) {
                throw new UncheckedIOException("The pact cannot be written into " + folder, e);
            }
        }
    }
}
