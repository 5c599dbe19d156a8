package dev.countersign.verify;

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
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Starts Prism, which reads the same document and shares no code with anything here. */
final class Prism {
    private static final String OWN_ERROR = "https://stoplight.io/prism/errors#";
    private static final ObjectMapper JSON = JsonMapper.shared();

    private static final Path DOCUMENT = copyOfContract();

    private Prism() {}

    /** A server of its own. */
    static ServerProcess mock() {
        return start("mock", List.of());
    }

    /** A proxy that answers with an error of its own when either side breaks the contract. */
    static ServerProcess proxyTo(URI upstream) {
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

    private static ServerProcess start(String verb, List<String> arguments) {
        Path cli = Subject.directory("basedir").resolve("node_modules/@stoplight/prism-cli/dist/index.js");
        List<String> command = new ArrayList<>(List.of("node", cli.toString(), verb, DOCUMENT.toString()));
        command.addAll(arguments);
        command.addAll(List.of("--host", "127.0.0.1", "--port", "0"));
        return ServerProcess.start("Prism " + verb, "Prism is listening on", command);
    }

    /**
     * A copy of the contract for Prism, which validates nothing at all in a document that carries
     * {@code jsonSchemaDialect}. Written once: Prism starts anew, on another port, when its document changes.
     */
    private static Path copyOfContract() {
        ObjectNode document = (ObjectNode) JSON.readTree(Subject.contractFile());
        document.remove("jsonSchemaDialect");
        Path copy = Subject.directory("build.dir").resolve("prism-contract.json");
        try {
            Files.write(copy, JSON.writeValueAsBytes(document));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return copy;
    }
}
