package dev.countersign.mock.cli;

import dev.countersign.mock.CompiledContract;
import dev.countersign.mock.Mock;
import dev.countersign.mock.MockOptions;
import dev.countersign.mock.state.States;
import dev.countersign.mock.state.resource.ResourceBehaviour;
import dev.countersign.openapi.LoadedContract;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** The flags of {@code serve} by which answers depend on what was requested before. */
record StateFlags(ParseResult arguments, Terminal terminal) {
    static CommandSpec addTo(CommandSpec specification) {
        return specification.addOption(Flags.flag(
                false,
                "Remember what is created, changed and removed: paths such as /things and /things/{id} are a store.",
                "--stateful"));
    }

    private boolean isStateful() {
        return arguments.matchedOptionValue("--stateful", false);
    }

    /** What the server remembers; empty when it remembers nothing. */
    Optional<States> states() {
        return isStateful() ? Optional.of(new States()) : Optional.empty();
    }

    /** The mock of a document. */
    Mock mock(LoadedContract document, MockOptions options, Optional<States> states) {
        if (states.isEmpty()) {
            return Mock.compile(document.contract(), options);
        }
        CompiledContract contract = CompiledContract.of(document.contract());
        ResourceBehaviour resources = ResourceBehaviour.of(
                contract.contract(),
                contract.schemas(),
                contract.samples(),
                states.get(),
                Clock.systemUTC(),
                UUID::randomUUID);
        say(resources.collections());
        return Mock.of(contract, options, resources);
    }

    private void say(List<String> collections) {
        if (collections.isEmpty()) {
            terminal.complain("note: --stateful changes nothing here: the document has no paths such as /things and"
                    + " /things/{id} whose answers have schemas");
        }
    }
}
