package dev.countersign.mock.cli;

import dev.countersign.mock.MockOptions;
import dev.countersign.mock.callback.OutgoingCall;
import dev.countersign.mock.control.ConsoleRoutes;
import dev.countersign.mock.control.Control;
import dev.countersign.mock.delivery.Deliveries;
import dev.countersign.mock.delivery.DeliveryRule;
import dev.countersign.mock.exchange.MockRequest;
import dev.countersign.mock.exchange.MockResponse;
import dev.countersign.mock.explain.ExplanationText;
import dev.countersign.mock.external.ExternalExamples;
import dev.countersign.mock.oidc.LoginServer;
import dev.countersign.mock.oidc.SigningKey;
import dev.countersign.mock.oidc.TokenSigner;
import dev.countersign.mock.server.CallbackSender;
import dev.countersign.mock.server.Callers;
import dev.countersign.mock.server.CorsPolicy;
import dev.countersign.mock.server.MockServer;
import dev.countersign.mock.server.Reply;
import dev.countersign.mock.server.ReservedRoutes;
import dev.countersign.mock.server.ServerSettings;
import dev.countersign.openapi.LoadedContract;
import dev.countersign.openapi.contract.Contract;
import dev.countersign.openapi.contract.Operation;
import dev.countersign.openapi.contract.Problem;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code serve DOCUMENT}: answers until the process ends. */
record ServeCommand(Terminal terminal, Lifetime lifetime) implements Command {
    /** More would hide that the server runs; {@code check} lists them all. */
    private static final int MOST_ERRORS = 10;

    /** How long what is under way may take when the process is told to end. */
    static final Duration PATIENCE = Duration.ofSeconds(5);

    @Override
    public CommandSpec specification() {
        CommandSpec specification = CommandSpec.create().name("serve").aliases("mock");
        specification.usageMessage().description("Serve a mock of the API that a document describes.");
        return ServeFlags.addTo(specification);
    }

    @Override
    public int run(ParseResult arguments) {
        ServeFlags flags = new ServeFlags(arguments);
        ServerSettings settings = ServerFlags.settings(arguments, CorsPolicy.ANY_WITH_CREDENTIALS);
        Callers callers = ServerFlags.callers(arguments);
        Optional<Journal> journal = flags.keepsJournal() ? Optional.of(new Journal()) : Optional.empty();
        Control control = new Control(Clock.systemUTC(), System::nanoTime);
        Optional<LoginServer> login = flags.login()
                .settings()
                .map(each -> new LoginServer(each, new TokenSigner(new SigningKey(), Clock.systemUTC()), "http"));
        MockOptions options = login.map(flags.mockOptions()::with).orElseGet(flags::mockOptions);
        DeliveryRule delivery = flags.delivery();
        Optional<RequestLog> log = flags.log().isVerbose() ? Optional.empty() : flags.log().log(terminal.out());
        WatchedFiles files = new WatchedFiles();
        StateFlags state = new StateFlags(arguments, terminal, files);
        // Reading the document and starting the server take equally long and need nothing of each other.
        ExternalExamples examples = Documents.externalExamples(arguments, files);
        CompletableFuture<LoadedContract> reading =
                CompletableFuture.supplyAsync(() -> Documents.load(arguments, examples));
        CompletableFuture<ServedMock> mock = reading.thenApply(loaded -> new ServedMock(
                new CurrentDocument<>(
                        loaded,
                        () -> {
                            files.forget();
                            return Documents.load(arguments, Documents.externalExamples(arguments, files));
                        },
                        document -> {
                            login.ifPresent(each -> each.standInFor(List.of(document.contract())));
                            return new ServedMock.Served(
                                    state.mock(document, options), Deliveries.of(document, delivery));
                        },
                        terminal),
                listeners(flags, journal, callers),
                control,
                flags.console(),
                log));
        Controls controls = new Controls(
                callers,
                journal,
                flags.callbacks().map(WebhookSender::new),
                login,
                () -> mock.join().current());
        MockServer server = MockServer.startWhen(
                mock,
                (request, reply) -> respond(request, reply, mock, controls),
                flags.console()
                        .map(path -> new ReservedRoutes(
                                path,
                                new ConsoleRoutes(
                                        path, control, () -> mock.join().current(), callers::refusal))),
                settings);
        lifetime.onEnd(() -> server.closeGently(PATIENCE));
        LoadedContract loaded = reading.join();
        greet(loaded, server.url(), Documents.name(arguments), flags);
        if (!flags.log().isQuiet()) {
            ExampleWarnings.printUnread(examples.problems(), Documents.name(arguments), terminal);
            ExampleWarnings.printLater(loaded, Documents.name(arguments), terminal);
        }
        if (flags.watches() && Documents.isFile(arguments)) {
            new DocumentWatch(files, mock.join()::reload).start();
        }
        if (flags.stopsWithParent()) {
            ProcessHandle.current().parent().ifPresent(this::endWith);
        }
        return ExitCode.OK;
    }

    /** The mock, with what is asked of this server and not of the API in front of it. */
    private static void respond(
            MockRequest request, Reply reply, CompletableFuture<ServedMock> mock, Controls controls) {
        Optional<MockResponse> own = controls.isEmpty() ? Optional.empty() : controls.answer(request);
        if (own.isPresent()) {
            reply.send(own.get());
        } else {
            mock.join().respond(request, reply);
        }
    }

    private List<ExchangeListener> listeners(ServeFlags flags, Optional<Journal> journal, Callers callers) {
        List<ExchangeListener> listeners = new ArrayList<>();
        if (flags.log().isVerbose()) {
            listeners.add((mock, exchange) -> terminal.say(ExplanationText.of(exchange)));
        }
        journal.ifPresent(listeners::add);
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

    private void greet(LoadedContract loaded, String url, String document, ServeFlags flags) {
        Contract contract = loaded.contract();
        String title = (contract.title() + " " + contract.version()).strip();
        terminal.say("Mock of " + (title.isEmpty() ? document : title) + " listening on " + url);
        if (flags.asksForProcesses()) {
            terminal.complain("note: --multiprocess is not needed, one process uses every core");
        }
        if (flags.log().isQuiet()) {
            return;
        }
        if (flags.login().settings().isPresent()) {
            terminal.say("  login at " + url + LoginServer.PATH);
            if (!LoginServer.isNamedBy(contract)) {
                terminal.complain(
                        "note: the document has no OAuth 2 or OpenID Connect scheme; --oidc works all the same");
            }
        }
        if (flags.mockOptions().bodies().dynamic() && contract.document().findValue("x-faker") != null) {
            terminal.complain(
                    "note: x-faker is not used; format, pattern and the property's name say what is generated");
        }
        terminal.say(contract.operations().stream()
                .map(operation -> line(operation, url))
                .collect(Collectors.joining(System.lineSeparator())));
        contract.document().path("webhooks").propertyNames().forEach(name -> terminal.say("  webhook " + name));
        loaded.problems().stream()
                .filter(problem -> problem.severity() == Problem.Severity.ERROR)
                .limit(MOST_ERRORS)
                .forEach(problem -> terminal.complain(problem.toString()));
        if (!loaded.problems().isEmpty()) {
            terminal.complain("warning: the document has " + loaded.problems().size()
                    + " problem(s) and is served as well as may be; list them with: check " + document);
        }
    }

    private static String line(Operation operation, String url) {
        return "  " + operation.method() + " " + url + operation.path()
                + (operation.deprecated() ? " (deprecated)" : "");
    }
}
