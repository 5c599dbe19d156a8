package dev.countersign.mock.cli;

import dev.countersign.mock.callback.OutgoingCall;
import dev.countersign.mock.exchange.MockRequest;
import dev.countersign.mock.exchange.MockResponse;
import dev.countersign.mock.explain.ExplanationText;
import dev.countersign.mock.server.CallbackSender;
import dev.countersign.mock.server.MockServer;
import dev.countersign.mock.server.ServerSettings;
import dev.countersign.openapi.LoadedContract;
import dev.countersign.openapi.contract.Contract;
import dev.countersign.openapi.contract.ContractException;
import dev.countersign.openapi.contract.Operation;
import dev.countersign.openapi.contract.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code serve DOCUMENT}: answers until the process ends. */
record ServeCommand(Terminal terminal) implements Command {
    @Override
    public CommandSpec specification() {
        CommandSpec specification = CommandSpec.create().name("serve").aliases("mock");
        specification.usageMessage().description("Serve a mock of the API that a document describes.");
        return ServeFlags.addTo(specification);
    }

    @Override
    public int run(ParseResult arguments) {
        ServeFlags flags = new ServeFlags(arguments);
        ServerSettings settings = ServerFlags.settings(arguments);
        Journal journal = new Journal();
        // Reading the document and starting the server take equally long and need nothing of each other.
        CompletableFuture<LoadedContract> reading = CompletableFuture.supplyAsync(() -> Documents.load(arguments));
        CompletableFuture<LoadedContract> completing =
                reading.thenApply(document -> Documents.withExternalExamples(document, arguments));
        CompletableFuture<ServedMock> mock = completing.thenApply(loaded -> new ServedMock(
                loaded,
                () -> Documents.withExternalExamples(Documents.load(arguments), arguments),
                flags.mockOptions(),
                listeners(flags, journal),
                terminal));
        Function<MockRequest, MockResponse> answer = answer(mock, flags, journal);
        MockServer server = MockServer.start(answer, settings);
        LoadedContract loaded = loadedOrClosed(completing, mock, server);
        LoadedContract document = reading.join();
        greet(document, server.url(), Documents.name(arguments), flags);
        if (!flags.isQuiet()) {
            List<Problem> unread = loaded.problems()
                    .subList(document.problems().size(), loaded.problems().size());
            ExampleWarnings.printUnread(unread, Documents.name(arguments), terminal);
            ExampleWarnings.printLater(loaded, Documents.name(arguments), terminal);
        }
        if (flags.watches() && Documents.isFile(arguments)) {
            new DocumentWatch(mock.join()::files, mock.join()::reload).start();
        }
        if (flags.stopsWithParent()) {
            ProcessHandle.current().parent().ifPresent(parent -> stop(server, parent));
        }
        return ExitCode.OK;
    }

    /** The mock, with what is asked of this server and not of the API in front of it. */
    private static Function<MockRequest, MockResponse> answer(
            CompletableFuture<ServedMock> mock, ServeFlags flags, Journal journal) {
        Optional<WebhookSender> webhooks = flags.callbacks().map(WebhookSender::new);
        if (webhooks.isEmpty() && !flags.keepsJournal()) {
            return request -> mock.join().answer(request);
        }
        return request -> {
            if (flags.keepsJournal() && Journal.isMeantBy(request)) {
                return journal.answer(request);
            }
            return webhooks.isPresent() && WebhookSender.isMeantBy(request)
                    ? webhooks.get().answer(mock.join().current(), request)
                    : mock.join().answer(request);
        };
    }

    /** Waits until the mock can answer. A document that cannot be used ends the server, and is told like any other. */
    private static LoadedContract loadedOrClosed(
            CompletableFuture<LoadedContract> document, CompletableFuture<ServedMock> mock, MockServer server) {
        try {
            mock.join();
            return document.join();
        } catch (CompletionException e) {
            server.close();
            if (e.getCause() instanceof ContractException unusable) {
                throw unusable;
            }
            throw e;
        }
    }

    private List<ExchangeListener> listeners(ServeFlags flags, Journal journal) {
        List<ExchangeListener> listeners = new ArrayList<>();
        if (flags.isVerbose()) {
            listeners.add((mock, exchange) -> terminal.say(ExplanationText.of(exchange)));
        }
        if (flags.keepsJournal()) {
            listeners.add(journal);
        }
        flags.callbacks()
                .ifPresent(sender -> listeners.add((mock, exchange) -> send(mock.callbacks(exchange), sender)));
        return listeners;
    }

    private static void send(List<OutgoingCall> calls, CallbackSender sender) {
        for (OutgoingCall call : calls) {
            CompletableFuture<Integer> unused = sender.send(call);
        }
    }

    private static void stop(MockServer server, ProcessHandle parent) {
        CompletableFuture<Void> unused = parent.onExit().thenRun(server::close);
    }

    private void greet(LoadedContract loaded, String url, String document, ServeFlags flags) {
        Contract contract = loaded.contract();
        String title = (contract.title() + " " + contract.version()).strip();
        terminal.say("Mock of " + (title.isEmpty() ? document : title) + " listening on " + url);
        if (flags.asksForProcesses()) {
            terminal.complain("note: --multiprocess is not needed, one process uses every core");
        }
        if (flags.isQuiet()) {
            return;
        }
        if (flags.mockOptions().bodies().dynamic() && contract.document().findValue("x-faker") != null) {
            terminal.complain(
                    "note: x-faker is not used; format, pattern and the property's name say what is generated");
        }
        terminal.say(contract.operations().stream()
                .map(operation -> line(operation, url))
                .collect(Collectors.joining(System.lineSeparator())));
        contract.document().path("webhooks").propertyNames().forEach(name -> terminal.say("  webhook " + name));
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
