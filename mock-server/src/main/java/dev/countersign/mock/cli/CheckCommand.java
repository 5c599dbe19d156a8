package dev.countersign.mock.cli;

import dev.countersign.openapi.ContractException;
import dev.countersign.openapi.ContractLoader;
import dev.countersign.openapi.Problem;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code check DOCUMENT}: prints every problem with file, line and pointer, and fails when there is an error. */
record CheckCommand(Terminal terminal) implements Command {
    @Override
    public CommandSpec specification() {
        CommandSpec specification = CommandSpec.create().name("check");
        specification.usageMessage().description("Print every problem of a document.");
        return specification.addPositional(PositionalParamSpec.builder()
                .paramLabel("DOCUMENT")
                .type(String.class)
                .required(true)
                .arity("1")
                .description("The OpenAPI document, YAML or JSON.")
                .build());
    }

    @Override
    public int run(ParseResult arguments) {
        String document = arguments.matchedPositionalValue(0, "");
        try {
            List<Problem> problems = ContractLoader.load(Path.of(document)).problems();
            problems.forEach(problem -> terminal.say(problem.toString()));
            terminal.say(document + ": " + problems.size() + " warning(s), no errors");
            return ExitCode.OK;
        } catch (ContractException e) {
            e.problems().forEach(problem -> terminal.say(problem.toString()));
            terminal.complain("error: " + document + " cannot be used");
            return ExitCode.FAILURE;
        }
    }
}
