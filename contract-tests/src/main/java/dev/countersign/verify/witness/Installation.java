package dev.countersign.verify.witness;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Whether the witnesses, which are programs for Node, are installed in a folder. */
public final class Installation {
    private Installation() {}

    /** Whether both are there. */
    public static boolean isComplete(Path home) {
        return Files.exists(home.resolve("node_modules/@stoplight/prism-cli"))
                && Files.exists(home.resolve("node_modules/@pactflow/openapi-pact-comparator"));
    }

    /** Why they are not asked, and how they can be. */
    public static String absence(Optional<Path> home) {
        return home.map(folder -> "Prism and openapi-pact-comparator are not asked: they are not installed in " + folder
                        + ", because there is no Node or no network")
                .orElse("Prism and openapi-pact-comparator are not asked; with Node, -Dwitnesses lets them join");
    }
}
