package dev.countersign.mock.cli;

import dev.countersign.mock.CompiledContract;
import dev.countersign.mock.Mock;
import dev.countersign.mock.MockOptions;
import dev.countersign.mock.proxy.ProxySettings;
import dev.countersign.mock.proxy.StandIn;
import dev.countersign.mock.proxy.ValidatingProxy;
import dev.countersign.mock.recording.Recorder;
import dev.countersign.mock.server.CorsPolicy;
import dev.countersign.mock.server.MockServer;
import dev.countersign.mock.server.ServerSettings;
import dev.countersign.openapi.LoadedContract;
import dev.countersign.openapi.contract.Contract;
import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** {@code proxy DOCUMENT UPSTREAM}: passes requests on and holds both directions against the document. */
record ProxyCommand(Terminal terminal, Lifetime lifetime) implements Command {
    /** What is made of a document; a mock only where one is needed. */
    private record Proxied(CompiledContract contract, Optional<Mock> mock) {
        static Proxied of(Contract contract, boolean mocked) {
            CompiledContract compiled = CompiledContract.of(contract);
            return new Proxied(
                    compiled, mocked ? Optional.of(Mock.of(compiled, MockOptions.DEFAULTS)) : Optional.empty());
        }
    }

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
        UpstreamFlags.addTo(specification);
        return ServerFlags.addTo(specification)
                .addOption(Flags.flag(false, "Answer violations with problem details instead of a header.", "--errors"))
                .addOption(Flags.flag(
                        true, "Hold requests against the document, too.", "--validate-request", "--validateRequest"))
                .addOption(Flags.value(
                        "FILE",
                        String.class,
                        "",
                        "Keep answers that fit as named examples in a copy of the document; secrets are replaced.",
                        "--record"))
                .addOption(StandInFlag.option())
                .addOption(Flags.flag(true, "Use the document anew when it changes.", "--watch"))
                .addOption(ServerFlags.multiprocess());
    }

    @Override
    public int run(ParseResult arguments) {
        DocumentSource source = Documents.of(arguments);
        WatchedFiles files = new WatchedFiles();
        boolean mocks = StandInFlag.isGiven(arguments);
        Supplier<LoadedContract> loader = () -> {
            files.forget();
            return mocks ? source.load(source.externalExamples(files)) : source.load(files);
        };
        LoadedContract loaded = loader.get();
        ProxySettings settings = settings(arguments);
        ServerSettings listening = ServerFlags.settings(arguments, CorsPolicy.ANY);
        CurrentDocument<Proxied> document =
                new CurrentDocument<>(loaded, loader, read -> Proxied.of(read.contract(), mocks), terminal);
        Optional<StandIn> standIn = StandInFlag.of(
                arguments, loaded.contract(), () -> document.get().mock().orElseThrow());
        Optional<Recorder> recorder = RecordingFile.of(arguments, loaded)
                .map(file -> new Recorder(file, document.get().contract(), terminal::complain));
        ValidatingProxy proxy = proxy(arguments, document, settings, recorder, standIn);
        MockServer server = MockServer.startResponder(proxy, listening);
        recorder.ifPresent(each -> lifetime.onEnd(each::close));
        lifetime.onEnd(() -> server.closeGently(ServeCommand.PATIENCE));
        if (Flags.get(arguments, "--watch", true) && source.isFile()) {
            new DocumentWatch(files, document::reload).start();
        }
        terminal.say("Proxy of " + UpstreamFlags.withoutUser(settings.upstream().toString()) + " listening on "
                + server.url());
        if (listening.identity().isPresent()) {
            Encryption.explain(arguments, listening.identity().get(), terminal, lifetime);
        }
        return ExitCode.OK;
    }

    private ValidatingProxy proxy(
            ParseResult arguments,
            CurrentDocument<Proxied> document,
            ProxySettings settings,
            Optional<Recorder> recorder,
            Optional<StandIn> standIn) {
        try {
            return new ValidatingProxy(
                    () -> document.get().contract(),
                    settings,
                    new ProxyNotes(recorder, new LogFlags(arguments).log(terminal.out())),
                    standIn);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(arguments.commandSpec().commandLine(), "--upstream-ca: " + e.getMessage());
        }
    }

    private static ProxySettings settings(ParseResult arguments) {
        URI upstream = UpstreamFlags.address(arguments, Documents.name(arguments, 1));
        return UpstreamFlags.settings(arguments, upstream)
                .withValidateRequests(Flags.get(arguments, "--validate-request", true))
                .withProblems(Flags.get(arguments, "--errors", false));
    }
}
