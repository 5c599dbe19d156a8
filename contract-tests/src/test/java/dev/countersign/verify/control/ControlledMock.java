package dev.countersign.verify.control;

import dev.countersign.mockcontrol.MockControlClient;
import dev.countersign.verify.provider.ServerProcess;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A mock server, as a process of its own, with the client of its control API. */
record ControlledMock(ServerProcess process, MockControlClient control) implements AutoCloseable {
    private static final Path PACKAGED = Path.of("../mock-server/target/mock-server.jar");

    /** That of the build's contract. */
    static ControlledMock start(String... flags) {
        Path contract = Path.of(System.getProperty("contract.dir", "../openapi/target"), "contract.json");
        String[] main = {"-cp", System.getProperty("java.class.path"), "dev.countersign.mock.cli.Main"};
        return start(List.of(main), contract.toString(), flags);
    }

    /** The packaged server, which takes a second longer to start. */
    static ControlledMock packaged(String document, String... flags) {
        return start(List.of("-jar", PACKAGED.toString()), document, flags);
    }

    private static ControlledMock start(List<String> main, String document, String... flags) {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1"));
        command.addAll(main);
        command.addAll(List.of("serve", document, "--port", "0"));
        command.addAll(List.of(flags));
        ServerProcess process = ServerProcess.start("mock server", "listening on", command);
        return new ControlledMock(
                process,
                MockControlClient.builder()
                        .baseUrl(process.url() + "/__mock/api")
                        .build());
    }

    URI url() {
        return process.url();
    }

    /** Ends the server as a build does, and returns what it has printed. */
    List<String> end() {
        close();
        return process.output();
    }

    /** The same mock's control API for one session. */
    MockControlClient control(String session) {
        return MockControlClient.builder()
                .baseUrl(url() + "/__mock/api")
                .header("Mock-Session", session)
                .build();
    }

    @Override
    public void close() {
        control.close();
        process.close();
    }
}
