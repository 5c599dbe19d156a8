package dev.countersign.verify.provider;

import dev.countersign.mock.Mock;
import dev.countersign.mock.MockOptions;
import dev.countersign.mock.server.MockServer;
import dev.countersign.mock.server.ServerSettings;
import dev.countersign.openapi.contract.Contract;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Our mock server on a free port of the loopback interface, serving a contract until it is closed.
 *
 * @param url where it listens
 * @param server what ends it
 */
public record OwnMock(URI url, AutoCloseable server) implements AutoCloseable {
    /** Starts it in this process. */
    public static OwnMock of(Contract contract) {
        Mock mock = Mock.compile(contract, MockOptions.DEFAULTS);
        MockServer server = MockServer.start(mock::answer, ServerSettings.onFreePort());
        return new OwnMock(URI.create("http://127.0.0.1:" + server.port()), server);
    }

    /** Starts the packaged one in a process of its own. */
    public static OwnMock packaged(Path jar, Path document) {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        ServerProcess process = ServerProcess.start(
                "mock server",
                "http://",
                List.of(
                        java.toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        jar.toString(),
                        "serve",
                        document.toString(),
                        "--port",
                        "0"));
        return new OwnMock(process.url(), process);
    }

    /** The packaged one where its jar is named, else one in this process. */
    public static OwnMock of(Optional<Path> jar, Path document, Contract contract) {
        return jar.map(file -> packaged(file, document)).orElseGet(() -> of(contract));
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (Exception e) {
            throw new IllegalStateException("the mock server cannot be stopped: " + e.getMessage(), e);
        }
    }
}
