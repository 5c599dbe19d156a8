package dev.countersign.verify;

import dev.countersign.verify.provider.ServerProcess;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The packaged mock server, serving the contract of this build. Started once for all test classes that ask for it. */
final class PackagedMock implements BeforeAllCallback {
    private ServerProcess process;

    @Override
    public void beforeAll(ExtensionContext context) {
        process = context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .computeIfAbsent(PackagedMock.class, key -> start(), ServerProcess.class);
    }

    URI url() {
        return process.url();
    }

    private static ServerProcess start() {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Path jar = Subject.directory("mock.jar");
        return ServerProcess.start(
                "mock server",
                "http://",
                List.of(
                        java.toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        jar.toString(),
                        "serve",
                        Subject.contractFile().toString(),
                        "--port",
                        "0"));
    }
}
