package dev.countersign.mock.cli;

import dev.countersign.mock.MockOptions;
import dev.countersign.mock.callback.OutgoingCall;
import dev.countersign.mock.cli.command.Command;
import dev.countersign.mock.cli.command.ExitCode;
import dev.countersign.mock.cli.command.Lifetime;
import dev.countersign.mock.cli.command.Terminal;
import dev.countersign.mock.cli.document.DocumentSource;
import dev.countersign.mock.cli.document.Documents;
import dev.countersign.mock.cli.document.Prefixes;
import dev.countersign.mock.cli.log.RequestLog;
import dev.countersign.mock.cli.served.ExchangeListener;
import dev.countersign.mock.cli.served.Forwards;
import dev.countersign.mock.cli.served.Journal;
import dev.countersign.mock.cli.served.ServedDocument;
import dev.countersign.mock.cli.served.ServedMock;
import dev.countersign.mock.cli.served.SeveralConsoles;
import dev.countersign.mock.cli.served.SeveralDocuments;
import dev.countersign.mock.control.access.Access;
import dev.countersign.mock.control.access.Entrance;
import dev.countersign.mock.delivery.Deliveries;
import dev.countersign.mock.delivery.DeliveryRule;
import dev.countersign.mock.exchange.MockRequest;
import dev.countersign.mock.exchange.MockResponse;
import dev.countersign.mock.explain.ExplanationText;
import dev.countersign.mock.oidc.LoginServer;
import dev.countersign.mock.oidc.SigningKey;
import dev.countersign.mock.oidc.TokenSigner;
import dev.countersign.mock.server.CallbackSender;
import dev.countersign.mock.server.Callers;
import dev.countersign.mock.server.CorsPolicy;
import dev.countersign.mock.server.MockServer;
import dev.countersign.mock.server.Reply;
import dev.countersign.mock.server.ReservedRoutes;
import dev.countersign.mock.server.Responder;
import dev.countersign.mock.server.ServerSettings;
import dev.countersign.openapi.contract.Contract;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code serve DOCUMENT...}: answers until the process ends. */
record ServeCommand(Terminal terminal, Lifetime lifetime) implements Command {
    /** How long requests under way may take once the process has been asked to end. */
    static final Duration PATIENCE = Duration.ofSeconds(5);

    @Override
    public String name() {
        return "serve";
    }

    @Override
    public void begin() {
        MockServer.loadAhead();
    }

    @Override
    public CommandSpec specification() {
        CommandSpec specification = CommandSpec.create().name(name()).aliases("mock");
        specification.usageMessage().description("Serve a mock of the API that a document describes.");
        return ServeFlags.addTo(specification);
    }

    @Override
    public int run(ParseResult arguments) {
        ServeFlags flags = new ServeFlags(arguments);
        ServerSettings settings = ServerFlags.settings(arguments, CorsPolicy.ANY_WITH_CREDENTIALS);
        Callers callers = ServerFlags.callers(arguments);
        Access access = new Access(callers::refusal, flags.console().token());
        Optional<Journal> journal = flags.keepsJournal() ? Optional.of(new Journal()) : Optional.empty();
        Optional<LoginServer> login = flags.login()
                .settings()
                .map(each ->
                        new LoginServer(each, new TokenSigner(new SigningKey(), Clock.systemUTC()), settings.scheme()));
        MockOptions options = login.map(flags.mockOptions()::with).orElseGet(flags::mockOptions);
        DeliveryRule delivery = flags.delivery();
        RandomGenerator random = new Random(flags.seed());
        Optional<WrittenPacts> pacts = WrittenPacts.of(arguments, terminal);
        Optional<RequestLog> log = flags.log().isVerbose() ? Optional.empty() : flags.log().log(terminal.out());
        List<ExchangeListener> listeners = listeners(flags, journal, pacts, callers);
        List<DocumentSource> sources = Documents.several(arguments);
        StateFlags.check(arguments, sources);
        Map<String, Contract> contracts = new ConcurrentHashMap<>();
        // Reading the documents and starting the server take equally long and need nothing of each other.
        List<ServedDocument> documents = sources.stream()
                .map(source -> ServedDocument.read(
                        source,
                        files -> {
                            StateFlags state = new StateFlags(arguments, source, terminal, files);
                            return loaded -> {
                                contracts.put(source.name(), loaded.contract());
                                login.ifPresent(each -> each.standInFor(List.copyOf(contracts.values())));
                                return new ServedMock.Served(
                                        state.mock(loaded, options),
                                        Deliveries.of(loaded, delivery, () -> random, Clock.systemUTC()));
                            };
                        },
                        (document, control) -> new ServedMock(
                                document,
                                listeners,
                                control,
                                flags.console().path().map(source::below),
                                log),
                        terminal))
                .toList();
        Controls controls = new Controls(
                callers,
                access,
                journal,
                flags.callbacks().map(WebhookSender::new),
                login,
                () -> documents.stream()
                        .map(each -> each.mock().join().current())
                        .toList());
        ServedDocument first = documents.get(0);
        Optional<Forwards> forwards = Forwards.of(arguments, documents, log, journal);
        forwards.ifPresent(each -> lifetime.onEnd(each::close));
        Optional<SeveralDocuments> several = first.source().name().isEmpty()
                ? Optional.empty()
                : Optional.of(new SeveralDocuments(
                        documents,
                        Prefixes.of(arguments, sources),
                        flags.console().path(),
                        forwards,
                        log));
        Responder mock = several.isPresent()
                ? several.get()
                : (request, reply) -> {
                    if (forwards.isEmpty() || !forwards.get().respond(first, request, request, reply)) {
                        first.mock().join().respond(request, reply);
                    }
                };
        MockServer server = MockServer.startWhen(
                several.isPresent() ? ServedDocument.allOf(documents) : first.mock(),
                controls.isEmpty() ? mock : (request, reply) -> respond(request, reply, mock, controls),
                flags.console()
                        .path()
                        .map(path -> new ReservedRoutes(
                                path,
                                config -> entrance(path, access, first, several).accept(config))),
                settings);
        // Requests under way may take longer than is waited for at the end: the pact is written first, and once more
        // last.
        pacts.ifPresent(each -> lifetime.onEnd(each::end));
        lifetime.onEnd(() -> server.closeGently(PATIENCE));
        pacts.ifPresent(each -> lifetime.onEnd(each::write));
        Greeting greeting = new Greeting(terminal, flags, server.url());
        several.ifPresentOrElse(all -> greeting.several(documents, all.mounts()), () -> greeting.one(first));
        if (settings.identity().isPresent()) {
            Encryption.explain(arguments, settings.identity().get(), terminal, lifetime);
        }
        if (!flags.log().isQuiet()) {
            documents.forEach(document -> document.warn(terminal));
        }
        if (flags.watches()) {
            documents.forEach(ServedDocument::watch);
        }
        if (flags.console().isOpened()) {
            new Browser(System.getenv(), terminal)
                    .open(server.url() + flags.console().path().orElse("") + "/");
        }
        if (flags.stopsWithParent()) {
            ProcessHandle.current().parent().ifPresent(this::endWith);
        }
        return ExitCode.OK;
    }

    private static Entrance entrance(
            String path, Access access, ServedDocument first, Optional<SeveralDocuments> several) {
        if (several.isPresent()) {
            SeveralConsoles consoles = several.get().consoles(path);
            return new Entrance(path, consoles.paths(), access, consoles);
        }
        return first.entrance(path, access);
    }

    /** What is asked of this server and not of the API comes first. */
    private static void respond(MockRequest request, Reply reply, Responder mock, Controls controls) {
        Optional<MockResponse> own = controls.answer(request, reply::isLocal);
        if (own.isPresent()) {
            reply.send(own.get());
        } else {
            mock.respond(request, reply);
        }
    }

    private List<ExchangeListener> listeners(
            ServeFlags flags, Optional<Journal> journal, Optional<WrittenPacts> pacts, Callers callers) {
        List<ExchangeListener> listeners = new ArrayList<>();
        if (flags.log().isVerbose()) {
            listeners.add((mock, exchange) -> terminal.say(ExplanationText.of(exchange)));
        }
        journal.ifPresent(listeners::add);
        pacts.ifPresent(listeners::add);
        flags.callbacks()
                .ifPresent(sender -> listeners.add((mock, exchange) -> {
                    List<OutgoingCall> calls = mock.callbacks(exchange);
                    if (!calls.isEmpty()) {
                        Optional<String> refusal =
                                callers.refusal(exchange.request().headers());
                        refusal.ifPresent(why -> terminal.complain("warning: callbacks are not sent: " + why));
                        send(refusal.isPresent() ? List.of() : calls, sender);
                    }
                }));
        return listeners;
    }

    private static void send(List<OutgoingCall> calls, CallbackSender sender) {
        for (OutgoingCall call : calls) {
            CompletableFuture<Integer> unused = sender.send(call);
        }
    }

    private void endWith(ProcessHandle parent) {
        CompletableFuture<Void> unused = parent.onExit().thenRun(lifetime::end);
    }
}
