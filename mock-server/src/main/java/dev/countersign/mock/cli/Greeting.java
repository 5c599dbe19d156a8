package dev.countersign.mock.cli;

import dev.countersign.mock.cli.command.Terminal;
import dev.countersign.mock.cli.served.ServedDocument;
import dev.countersign.mock.mount.Mount;
import dev.countersign.mock.mount.Mounts;
import dev.countersign.mock.oidc.LoginServer;
import dev.countersign.openapi.LoadedContract;
import dev.countersign.openapi.contract.Contract;
import dev.countersign.openapi.contract.Operation;
import dev.countersign.openapi.contract.Problem;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What {@code serve} says when it has started.
 *
 * @param url where it can be called
 */
record Greeting(Terminal terminal, ServeFlags flags, String url) {
    /** More would hide that the server runs; {@code check} lists them all. */
    private static final int MOST_PROBLEMS = 10;

    /** For one document. */
    void one(ServedDocument served) {
        LoadedContract loaded = served.loaded().join();
        terminal.say("Mock of " + title(loaded.contract(), served.source().document()) + " listening on " + url);
        notes(loaded.contract());
        if (!flags.log().isQuiet()) {
            login(List.of(loaded.contract()));
            operations(loaded.contract(), "");
            problems(loaded, served.source().document());
        }
    }

    /** For several: where each of them is, and which operations are in more than one. */
    void several(List<ServedDocument> documents, Mounts all) {
        terminal.say("Mock of " + documents.size() + " documents listening on " + url);
        if (!flags.log().isQuiet()) {
            login(documents.stream()
                    .map(each -> each.loaded().join().contract())
                    .toList());
        }
        List<Mount> mounts = all.mounts();
        for (int i = 0; i < documents.size(); i++) {
            ServedDocument document = documents.get(i);
            LoadedContract loaded = document.loaded().join();
            String file = document.source().document();
            String below = mounts.get(i).prefixes().stream()
                    .map(prefix -> url + prefix)
                    .collect(Collectors.joining(", "));
            terminal.say(document.source().name() + ": " + title(loaded.contract(), file) + " at " + below);
            notes(loaded.contract());
            if (!flags.log().isQuiet()) {
                operations(
                        loaded.contract(), mounts.get(i).prefixes().iterator().next());
                problems(loaded, file);
            }
        }
        List<String> collisions = all.collisions();
        terminal.complain(
                collisions.stream().map(each -> "warning: " + each).toList(),
                MOST_PROBLEMS,
                "operations are in two documents");
    }

    private void login(List<Contract> contracts) {
        if (flags.login().settings().isPresent()) {
            terminal.say("  login at " + url + LoginServer.PATH);
            if (contracts.stream().noneMatch(LoginServer::isNamedBy)) {
                terminal.complain(
                        "note: the document has no OAuth 2 or OpenID Connect scheme; --oidc works all the same");
            }
        }
    }

    private static String title(Contract contract, String document) {
        String title = (contract.title() + " " + contract.version()).strip();
        return title.isEmpty() ? document : title;
    }

    private void notes(Contract contract) {
        if (flags.asksForProcesses()) {
            terminal.complain("note: --multiprocess is not needed, one process uses every core");
        }
        if (!flags.log().isQuiet()
                && flags.mockOptions().bodies().dynamic()
                && contract.document().findValue("x-faker") != null) {
            terminal.complain(
                    "note: x-faker is not used; format, pattern and the property's name say what is generated");
        }
    }

    private void operations(Contract contract, String prefix) {
        terminal.say(contract.operations().stream()
                .map(operation -> line(operation, prefix))
                .collect(Collectors.joining(System.lineSeparator())));
        contract.document().path("webhooks").propertyNames().forEach(name -> terminal.say("  webhook " + name));
    }

    private String line(Operation operation, String prefix) {
        return "  " + operation.method() + " " + url + prefix + operation.path()
                + (operation.deprecated() ? " (deprecated)" : "");
    }

    private void problems(LoadedContract loaded, String document) {
        loaded.problems().stream()
                .filter(Problem::isError)
                .limit(MOST_PROBLEMS)
                .forEach(problem -> terminal.complain(problem.toString()));
        if (!loaded.problems().isEmpty()) {
            terminal.complain("warning: the document has " + loaded.problems().size()
                    + " problem(s) and is served as well as may be; list them with: check " + document);
        }
    }
}
