package dev.countersign.verify;

import dev.countersign.verify.client.ClientCall;
import dev.countersign.verify.client.GeneratedClient;
import dev.countersign.verify.pact.Subject;
import java.nio.file.Path;

/**
 * The contract of this repository, with the client that was generated from it: what the toolkit is tried out on where a
 * test needs a whole contract.
 */
public final class ShippedContract {
    private static final ShippedContract INSTANCE = new ShippedContract();

    private final Subject subject;
    private final ClientCall call;

    private ShippedContract() {
        Path folder = Path.of(System.getProperty("contract.dir", "../openapi/target"));
        subject = Subject.in(folder, true);
        call = new ClientCall(
                GeneratedClient.of(subject.packageName(), subject.name(), folder.resolve("generator-input.json")));
    }

    /** The contract, and what is derived from it. */
    public static Subject subject() {
        return INSTANCE.subject;
    }

    /** Its client. */
    public static ClientCall call() {
        return INSTANCE.call;
    }

    /** Writes the pact that its client keeps into a folder. */
    public static Path pactIn(Path folder) {
        Path file = subject().pactIn(folder);
        subject()
                .pact()
                .write(
                        file,
                        subject().cases().stream()
                                .map(subject().interactions()::agreed)
                                .toList());
        return file;
    }
}
