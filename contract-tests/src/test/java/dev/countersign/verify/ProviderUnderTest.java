package dev.countersign.verify;

import dev.countersign.verify.cases.Case;
import dev.countersign.verify.provider.ServerProcess;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who answers. A mock server is told by a preference which documented answer is wanted; a real provider gets each state
 * at {@code -Dprovider.state.url}, and its own headers from {@code -Dprovider.header.NAME=VALUE}.
 */
record ProviderUnderTest(
        String name, URI url, Optional<ServerProcess> process, Optional<URI> stateChange, boolean isMock)
        implements AutoCloseable {
    private static final String HEADER = "provider.header.";

    /** The provider that the build names, or else the packaged mock server. */
    static ProviderUnderTest start() {
        Optional<URI> named = property("provider.url").map(URI::create);
        if (named.isPresent()) {
            return new ProviderUnderTest(
                    "the provider at " + named.get(),
                    named.get(),
                    Optional.empty(),
                    property("provider.state.url").map(URI::create),
                    false);
        }
        ServerProcess mock = packagedMockServer();
        return new ProviderUnderTest("the mock server", mock.url(), Optional.of(mock), Optional.empty(), true);
    }

    static ServerProcess packagedMockServer() {
        Path jar = Subject.directory("mock.jar");
        return ServerProcess.start(
                "mock server",
                "http://",
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        jar.toString(),
                        "serve",
                        Subject.contractFile().toString(),
                        "--port",
                        "0"));
    }

    /** The headers of a replayed request that are no business of the consumer. */
    Map<String, String> headers(Case conversation) {
        Map<String, String> headers = new LinkedHashMap<>();
        conversation.answer().body().ifPresent(body -> headers.put("Accept", body.mediaType()));
        headers.put("Prefer", conversation.preference());
        System.getProperties().stringPropertyNames().stream()
                .filter(property -> property.startsWith(HEADER))
                .forEach(property -> headers.put(property.substring(HEADER.length()), System.getProperty(property)));
        return headers;
    }

    private static Optional<String> property(String name) {
        return Optional.ofNullable(System.getProperty(name))
                .filter(value -> !value.isBlank() && !value.startsWith("${"));
    }

    @Override
    public void close() {
        process.ifPresent(ServerProcess::close);
    }
}
