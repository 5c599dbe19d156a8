package dev.countersign.mock.cli;

import dev.countersign.mock.CompiledContract;
import dev.countersign.mock.Mock;
import dev.countersign.mock.MockOptions;
import dev.countersign.mock.cli.command.Flags;
import dev.countersign.mock.cli.command.Terminal;
import dev.countersign.mock.cli.document.DocumentSource;
import dev.countersign.mock.oidc.SigningKey;
import dev.countersign.mock.oidc.TokenSigner;
import dev.countersign.mock.state.Behaviour;
import dev.countersign.mock.state.FittedBody;
import dev.countersign.mock.state.States;
import dev.countersign.mock.state.resource.ResourceBehaviour;
import dev.countersign.mock.state.scenario.Scenario;
import dev.countersign.openapi.LoadedContract;
import dev.countersign.openapi.contract.ContractException;
import dev.countersign.openapi.contract.Problem;
import dev.countersign.openapi.document.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import tools.jackson.databind.JsonNode;

/** The flags of {@code serve} by which answers depend on what was requested before. Thread-safe. */
final class StateFlags {
    private static final String SCENARIO = "--scenario";

    private final ParseResult arguments;
    private final DocumentSource source;
    private final Terminal terminal;
    private final Consumer<Path> asked;
    private @Nullable Memory memory;

    /** What outlives a change of the document. */
    private record Memory(States states, SigningKey key) {}

    /**
     * @param source the document that is served
     * @param asked gets a scenario's file just before it is read
     */
    StateFlags(ParseResult arguments, DocumentSource source, Terminal terminal, Consumer<Path> asked) {
        this.arguments = arguments;
        this.source = source;
        this.terminal = terminal;
        this.asked = asked;
    }

    static CommandSpec addTo(CommandSpec specification) {
        return specification
                .addOption(Flags.flag(
                        false,
                        "Remember what is created, changed and removed: paths such as /things and /things/{id} are a"
                                + " store.",
                        "--stateful"))
                .addOption(Flags.list(
                        "FILE",
                        "Answer by the rules of a scenario, which say what to remember and what follows from it. Among several"
                                + " documents NAME=FILE says of which one, for instance auth=auth.scenario.yaml.",
                        SCENARIO));
    }

    /** Among several documents, each scenario says which of them it is about. */
    static void check(ParseResult arguments, List<DocumentSource> documents) {
        if (documents.size() < 2) {
            return;
        }
        List<String> names = documents.stream().map(DocumentSource::name).toList();
        for (String written : Flags.get(arguments, SCENARIO, List.<String>of())) {
            if (names.stream().noneMatch(name -> written.startsWith(name + "="))) {
                throw Flags.refused(
                        arguments,
                        SCENARIO + ": '" + written + "' names none of the documents. Write NAME=FILE; there are: "
                                + String.join(", ", names));
            }
        }
    }

    /** The files of the document's scenarios. */
    private List<String> files() {
        List<String> written = Flags.get(arguments, SCENARIO, List.<String>of());
        String name = source.name() + "=";
        return source.name().isEmpty()
                ? written
                : written.stream()
                        .filter(each -> each.startsWith(name))
                        .map(each -> each.substring(name.length()))
                        .toList();
    }

    private synchronized Memory memory() {
        Memory known = memory;
        if (known == null) {
            known = new Memory(new States(), new SigningKey());
            memory = known;
        }
        return known;
    }

    /**
     * The mock of a document.
     *
     * @throws ContractException when a scenario cannot be used; names its lines
     */
    Mock mock(LoadedContract document, MockOptions options) {
        List<String> files = files();
        JsonNode within = document.contract().document().path("x-mock").path("scenario");
        boolean isStateful = Flags.get(arguments, "--stateful", false);
        if (!isStateful && files.isEmpty() && within.isMissingNode()) {
            return Mock.compile(document.contract(), options);
        }
        CompiledContract contract = CompiledContract.of(document.contract());
        List<Behaviour> behaviours = new ArrayList<>();
        for (String file : files) {
            Source scenario = read(file);
            behaviours.add(scenario(contract, scenario.tree(), scenario::place));
        }
        if (!within.isMissingNode()) {
            behaviours.add(
                    scenario(contract, within, pointer -> document.origins().place("/x-mock/scenario" + pointer)));
        }
        if (isStateful) {
            behaviours.add(resources(contract));
        }
        return Mock.of(
                contract, options, behaviours.stream().reduce(Behaviour::or).orElseThrow());
    }

    private Source read(String file) {
        Path path = Path.of(file);
        asked.accept(path);
        try {
            return new Source(file, path.toUri(), Files.readAllBytes(path));
        } catch (IOException e) {
            throw new ContractException(List.of(new Problem(
                    Problem.Severity.ERROR,
                    new Problem.Place(file, Optional.empty(), ""),
                    "The scenario cannot be read" + (Files.exists(path) ? "." : ": there is no such file."),
                    "")));
        }
    }

    private Scenario scenario(CompiledContract contract, JsonNode rules, Function<String, Problem.Place> places) {
        Memory remembered = memory();
        return Scenario.of(
                rules,
                places,
                contract.contract(),
                remembered.states(),
                new FittedBody(contract.schemas(), contract.samples()),
                new TokenSigner(remembered.key(), Clock.systemUTC()),
                Clock.systemUTC(),
                UUID::randomUUID);
    }

    private ResourceBehaviour resources(CompiledContract contract) {
        ResourceBehaviour resources = ResourceBehaviour.of(
                contract.contract(),
                contract.schemas(),
                contract.samples(),
                memory().states(),
                Clock.systemUTC(),
                UUID::randomUUID);
        if (resources.collections().isEmpty()) {
            terminal.complain("note: --stateful changes nothing here: the document has no paths such as /things and"
                    + " /things/{id} whose answers have schemas");
        }
        return resources;
    }
}
