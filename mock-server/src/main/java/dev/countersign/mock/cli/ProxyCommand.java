package dev.countersign.mock.cli;

import dev.countersign.mock.CompiledContract;
import dev.countersign.mock.proxy.ProxySettings;
import dev.countersign.mock.proxy.ValidatingProxy;
import dev.countersign.mock.recording.Recorder;
import dev.countersign.mock.server.CorsPolicy;
import dev.countersign.mock.server.MockServer;
import dev.countersign.mock.server.ServerSettings;
import dev.countersign.openapi.LoadedContract;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** {@code proxy DOCUMENT UPSTREAM}: passes requests on and holds both directions against the document. */
record ProxyCommand(Terminal terminal, Lifetime lifetime) implements Command {
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
        LogFlags.addTo(specification, "How much to print: silent prints no requests.");
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
                .addOption(Flags.value(
                        "FILE",
                        String.class,
                        "",
                        "Certificates in PEM that are trusted besides those that Java trusts.",
                        "--upstream-ca"))
                .addOption(Flags.flag(true, "Use the document anew when it changes.", "--watch"))
                .addOption(Flags.value("SECONDS", int.class, "30", "How long to wait for an answer.", "--timeout"))
                .addOption(ServerFlags.multiprocess());
    }

    @Override
    public int run(ParseResult arguments) {
        DocumentSource source = Documents.of(arguments);
        WatchedFiles files = new WatchedFiles();
        Supplier<LoadedContract> loader = () -> {
            files.forget();
            return source.load(files);
        };
        LoadedContract loaded = loader.get();
        ProxySettings settings = settings(arguments);
        ServerSettings listening = ServerFlags.settings(arguments, CorsPolicy.ANY);
        CurrentDocument<CompiledContract> document =
                new CurrentDocument<>(loaded, loader, read -> CompiledContract.of(read.contract()), terminal);
        Optional<Recorder> recorder =
                RecordingFile.of(arguments, loaded).map(file -> new Recorder(file, document.get(), terminal::complain));
        ValidatingProxy proxy = proxy(arguments, document, settings, recorder);
        MockServer server = MockServer.startResponder(proxy, listening);
        recorder.ifPresent(each -> lifetime.onEnd(each::close));
        lifetime.onEnd(() -> server.closeGently(ServeCommand.PATIENCE));
        if (Flags.get(arguments, "--watch", true) && source.isFile()) {
            new DocumentWatch(files, document::reload).start();
        }
        terminal.say("Proxy of " + withoutUser(settings.upstream().toString()) + " listening on " + server.url());
        listening.identity().ifPresent(identity -> Encryption.explain(arguments, identity, terminal, lifetime));
        return ExitCode.OK;
    }

    private ValidatingProxy proxy(
            ParseResult arguments,
            CurrentDocument<CompiledContract> document,
            ProxySettings settings,
            Optional<Recorder> recorder) {
        try {
            return new ValidatingProxy(
                    document::get, settings, new ProxyNotes(recorder, new LogFlags(arguments).log(terminal.out())));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(arguments.commandSpec().commandLine(), "--upstream-ca: " + e.getMessage());
        }
    }

    /** User and password do not belong on a screen. */
    private static String withoutUser(String address) {
        return address.replaceFirst("://[^/@]*@", "://");
    }

    private static ProxySettings settings(ParseResult arguments) {
        String proxy = Flags.get(arguments, "--upstream-proxy", "");
        String ca = Flags.get(arguments, "--upstream-ca", "");
        int seconds = Flags.get(arguments, "--timeout", 30);
        if (seconds < 1) {
            throw new ParameterException(arguments.commandSpec().commandLine(), "--timeout must be at least 1 second");
        }
        return new ProxySettings(
                address(arguments, Documents.name(arguments, 1)),
                proxy.isEmpty() ? Optional.empty() : Optional.of(socket(address(arguments, proxy))),
                ca.isEmpty() ? Optional.empty() : Optional.of(Path.of(ca)),
                Duration.ofSeconds(seconds),
                Flags.get(arguments, "--validate-request", true),
                Flags.get(arguments, "--errors", false));
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
        throw new ParameterException(
                arguments.commandSpec().commandLine(), "not an http(s) address: " + withoutUser(text));
    }
}
