package dev.countersign.mock.packaging;

import dev.countersign.openapi.build.BuildContract;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The beginning of {@code mvn -Pmock} where the server was built before: when nothing of it has changed, only the contract is
 * read anew and served, and nothing is built.
 */
public final class ServeAgain {
    private ServeAgain() {}

    /**
     * Arguments: the repository's folder, the home of the Java that runs the server, host, port, the goals that Maven was
     * given ({@code goals [compile]}), and those of {@link BuildContract} without the second and the fourth.
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        // Goals that are named are wanted, and no server before them.
        if (!args[4].equals("goals []")) {
            return;
        }
        Path root = Path.of(args[0]).toRealPath();
        Built built = new Built(root);
        Optional<String> changed = built.changed();
        if (changed.isPresent()) {
            System.out.println("The mock server is built again: " + changed.get() + " has changed.");
            return;
        }
        FreePort.main(new String[] {args[2], args[3]});
        Path openapi = root.resolve("openapi").resolve("target");
        BuildContract.main(new String[] {args[5], args[5], args[6], openapi.toString(), args[7], args[8], args[9]});
        Serve.main(new String[] {
            built.target().toString(), args[1], openapi.resolve("contract.json").toString(), args[2], args[3]
        });
    }
}
