package dev.countersign.verify.witness;

import dev.countersign.openapi.contract.PortableDocument;
import dev.countersign.verify.provider.Relay;
import dev.countersign.verify.provider.ServerProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Prism, which reads the same document and shares no code with anything here.
 *
 * @param cli its command line
 * @param document what it reads
 */
public record Prism(Path cli, Path document) {
    private static final String OWN_ERROR = "https://stoplight.io/prism/errors#";

    /**
     * Prism for a contract.
     *
     * @param home the folder that it is installed in
     * @param folder where it finds its copy of the document
     */
    public static Prism of(Path home, Path document, Path folder) {
        return new Prism(home.resolve("node_modules/@stoplight/prism-cli/dist/index.js"), copy(document, folder));
    }

    /** A server of its own. */
    ServerProcess mock() {
        return start("mock", List.of());
    }

    /** A proxy that answers with an error of its own when either side breaks the contract. */
    ServerProcess proxyTo(URI upstream) {
        return start("proxy", List.of(upstream.toString(), "--errors"));
    }

    /** Whether a request was refused, by Prism or by whom it asked. */
    static boolean isRefusal(Relay.Answer answer) {
        return answer.status() >= 400 && answer.status() < 500;
    }

    /** Why Prism itself refused a call; absent when it did not. */
    static Optional<String> refusal(Relay.Answer answer) {
        String violations = answer.headers().firstValue("sl-violations").orElse("");
        if (!violations.isEmpty() && !violations.equals("[]")) {
            return Optional.of("Prism refuses: " + violations);
        }
        return answer.text().contains(OWN_ERROR) ? Optional.of("Prism refuses: " + answer.text()) : Optional.empty();
    }

    private ServerProcess start(String verb, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of("node", cli.toString(), verb, document.toString()));
        command.addAll(arguments);
        command.addAll(List.of("--host", "127.0.0.1", "--port", "0"));
        return ServerProcess.start("Prism " + verb, "Prism is listening on", command);
    }

    /**
     * A copy of the contract for Prism, which validates nothing at all in a document that carries
     * {@code jsonSchemaDialect}. Written once: Prism starts anew, on another port, when its document changes.
     */
    private static Path copy(Path contract, Path folder) {
        ObjectNode document =
                PortableDocument.of((ObjectNode) JsonMapper.shared().readTree(contract));
        document.remove("jsonSchemaDialect");
        try {
            Files.createDirectories(folder);
            return Files.write(
                    folder.resolve("prism-contract.json"), JsonMapper.shared().writeValueAsBytes(document));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
