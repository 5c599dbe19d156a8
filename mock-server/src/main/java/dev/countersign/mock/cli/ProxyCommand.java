package dev.countersign.mock.cli;

import dev.countersign.mock.Mock;
import dev.countersign.mock.MockOptions;
import dev.countersign.mock.cli.command.Command;
import dev.countersign.mock.cli.command.ExitCode;
import dev.countersign.mock.cli.command.Flags;
import dev.countersign.mock.cli.command.Lifetime;
import dev.countersign.mock.cli.command.Terminal;
import dev.countersign.mock.cli.document.Documents;
import dev.countersign.mock.cli.log.LogFlags;
import dev.countersign.mock.cli.log.RequestLog;
import dev.countersign.mock.cli.served.ProxyNotes;
import dev.countersign.mock.cli.served.ServedDocument;
import dev.countersign.mock.cli.served.ServedMock;
import dev.countersign.mock.cli.served.UpstreamFlags;
import dev.countersign.mock.cli.served.WatchedProxy;
import dev.countersign.mock.control.access.Access;
import dev.countersign.mock.delivery.Deliveries;
import dev.countersign.mock.delivery.DeliveryRule;
import dev.countersign.mock.proxy.ProxySettings;
import dev.countersign.mock.proxy.StandIn;
import dev.countersign.mock.proxy.ValidatingProxy;
import dev.countersign.mock.recording.Recorder;
import dev.countersign.mock.server.CorsPolicy;
import dev.countersign.mock.server.MockServer;
import dev.countersign.mock.server.ReservedRoutes;
import dev.countersign.mock.server.ServerSettings;
import dev.countersign.openapi.LoadedContract;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code proxy DOCUMENT UPSTREAM}: passes requests on and holds both directions against the document. */
record ProxyCommand(Terminal terminal, Lifetime lifetime) implements Command {
    @Override
    public String name() {
        return "proxy";
    }

    @Override
    public void begin() {
        MockServer.loadAhead();
    }

    @Override
    public CommandSpec specification() {
        CommandSpec specification = CommandSpec.create().name(name());
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
        ConsoleFlags.addTo(specification);
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
        ConsoleFlags console = new ConsoleFlags(arguments);
        ProxySettings settings = settings(arguments);
        ServerSettings listening = ServerFlags.settings(arguments, CorsPolicy.ANY);
        Access access = new Access(ServerFlags.callers(arguments)::refusal, console.token());
        Optional<RequestLog> log = new LogFlags(arguments).log(terminal.out());
        ServedDocument document = ServedDocument.read(
                Documents.of(arguments),
                files -> ProxyCommand::mock,
                (current, control) -> new ServedMock(current, List.of(), control, console.path(), log),
                terminal);
        LoadedContract loaded = document.await();
        Supplier<Mock> mock = () -> document.mock().join().current();
        Optional<StandIn> standIn = StandInFlag.of(arguments, loaded.contract(), mock);
        Optional<Recorder> recorder = RecordingFile.of(arguments, loaded)
                .map(file -> new Recorder(file, mock.get().compiled(), terminal::complain));
        ProxyNotes notes = new ProxyNotes(recorder, log);
        String upstream = UpstreamFlags.withoutUser(settings.upstream().toString());
        WatchedProxy proxy = new WatchedProxy(
                document, proxy(arguments, mock, settings, notes, standIn), upstream, notes, Optional.empty());
        MockServer server = MockServer.startWhen(
                CompletableFuture.completedFuture(null),
                proxy,
                console.path()
                        .map(path -> new ReservedRoutes(
                                path, config -> document.entrance(path, access).accept(config))),
                listening);
        recorder.ifPresent(each -> lifetime.onEnd(each::close));
        lifetime.onEnd(() -> server.closeGently(ServeCommand.PATIENCE));
        if (Flags.get(arguments, "--watch", true)) {
            document.watch();
        }
        terminal.say("Proxy of " + upstream + " listening on " + server.url());
        if (listening.identity().isPresent()) {
            Encryption.explain(arguments, listening.identity().get(), terminal, lifetime);
        }
        if (console.isOpened()) {
            new Browser(System.getenv(), terminal)
                    .open(server.url() + console.path().orElse("") + "/");
        }
        return ExitCode.OK;
    }

    /** For what the real server does not have, and for what is switched. */
    private static ServedMock.Served mock(LoadedContract loaded) {
        RandomGenerator random = new Random(0);
        return new ServedMock.Served(
                Mock.compile(loaded.contract(), MockOptions.DEFAULTS),
                Deliveries.of(loaded, DeliveryRule.PLAIN, () -> random, Clock.systemUTC()));
    }

    private static ValidatingProxy proxy(
            ParseResult arguments,
            Supplier<Mock> mock,
            ProxySettings settings,
            ProxyNotes notes,
            Optional<StandIn> standIn) {
        try {
            return new ValidatingProxy(() -> mock.get().compiled(), settings, notes, standIn);
        } catch (IllegalArgumentException e) {
            throw Flags.refused(arguments, "--upstream-ca: " + e.getMessage());
        }
    }

    private static ProxySettings settings(ParseResult arguments) {
        URI upstream = UpstreamFlags.address(arguments, Documents.name(arguments, 1));
        return UpstreamFlags.settings(arguments, upstream)
                .withValidateRequests(Flags.get(arguments, "--validate-request", true))
                .withProblems(Flags.get(arguments, "--errors", false));
    }
}
