package dev.countersign.mock.cli;

import dev.countersign.mock.CompiledContract;
import dev.countersign.mock.recording.Recorder;
import dev.countersign.mock.server.MockServer;
import dev.countersign.mock.server.ProxySettings;
import dev.countersign.mock.server.ServerSettings;
import dev.countersign.mock.server.ValidatingProxy;
import dev.countersign.openapi.LoadedContract;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** {@code proxy DOCUMENT UPSTREAM}: passes requests on and holds both directions against the document. */
record ProxyCommand(Terminal terminal) implements Command {
    @Override
    public CommandSpec specification() {
        CommandSpec specification = CommandSpec.create().name("proxy");
        specification
                .usageMessage()
                .description("Pass requests on to a real server, and hold both directions against a document.");
        Documents.addTo(specification);
        specification.addPositional(PositionalParamSpec.builder()
                .paramLabel("UPSTREAM")
                .index("1")
                .type(String.class)
                .required(true)
                .arity("1")
                .description("The real server's address.")
                .build());
        return ServerFlags.addTo(specification)
                .addOption(Flags.flag(false, "Answer violations with problem details instead of a header.", "--errors"))
                .addOption(Flags.flag(
                        true, "Hold requests against the document, too.", "--validate-request", "--validateRequest"))
                .addOption(Flags.value(
                        "ADDRESS", String.class, "", "A proxy on the way.", "--upstream-proxy", "--upstreamProxy"))
                .addOption(Flags.value(
                        "FILE",
                        String.class,
                        "",
                        "Keep answers that fit as named examples in a copy of the document; secrets are replaced.",
                        "--record"))
                .addOption(Flags.value("SECONDS", int.class, "30", "How long to wait for an answer.", "--timeout"))
                .addOption(Verbosity.option("Accepted: the proxy prints its address and nothing else."))
                .addOption(ServerFlags.multiprocess());
    }

    @Override
    public int run(ParseResult arguments) {
        LoadedContract loaded = Documents.load(arguments);
        ProxySettings settings = settings(arguments);
        CompiledContract contract = CompiledContract.of(loaded.contract());
        ServerSettings listening = ServerFlags.settings(arguments);
        Optional<Recorder> recorder =
                RecordingFile.of(arguments, loaded).map(file -> new Recorder(file, contract, terminal::complain));
        ValidatingProxy proxy = recorder.map(each -> new ValidatingProxy(contract, settings, each::onAnswer))
                .orElseGet(() -> new ValidatingProxy(contract, settings));
        MockServer server = MockServer.startResponder(proxy, listening);
        recorder.ifPresent(each -> Runtime.getRuntime().addShutdownHook(new Thread(each::close, "recording-end")));
        terminal.say("Proxy of " + withoutUser(settings.upstream()) + " listening on " + server.url());
        return ExitCode.OK;
    }

    /** Who and with which password is nobody's business on a screen. */
    private static String withoutUser(URI address) {
        return address.toString().replaceFirst("://[^/@]*@", "://");
    }

    private static ProxySettings settings(ParseResult arguments) {
        String proxy = arguments.matchedOptionValue("--upstream-proxy", "");
        int seconds = arguments.matchedOptionValue("--timeout", 30);
        if (seconds < 1) {
            throw new ParameterException(arguments.commandSpec().commandLine(), "--timeout must be at least 1 second");
        }
        return new ProxySettings(
                address(arguments, arguments.matchedPositionalValue(1, "")),
                proxy.isEmpty() ? Optional.empty() : Optional.of(socket(address(arguments, proxy))),
                Duration.ofSeconds(seconds),
                arguments.matchedOptionValue("--validate-request", true),
                arguments.matchedOptionValue("--errors", false));
    }

    private static InetSocketAddress socket(URI address) {
        int port = address.getPort() < 0 ? 80 : address.getPort();
        return InetSocketAddress.createUnresolved(address.getHost(), port);
    }

    private static URI address(ParseResult arguments, String text) {
        try {
            URI address = URI.create(text);
            boolean http =
                    "http".equalsIgnoreCase(address.getScheme()) || "https".equalsIgnoreCase(address.getScheme());
            if (http && address.getHost() != null) {
                return address;
            }
        } catch (IllegalArgumentException notAnAddress) {
            // Told below, like any other text that is not an address.
        }
        throw new ParameterException(arguments.commandSpec().commandLine(), "not an http(s) address: " + text);
    }
}
