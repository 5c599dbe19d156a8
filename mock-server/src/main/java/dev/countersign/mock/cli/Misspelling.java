package dev.countersign.mock.cli;

import dev.countersign.openapi.check.NearestName;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What was probably meant by a command line that cannot be read. */
final class Misspelling {
    private Misspelling() {}

    /** What is wrong, and what is near; sentences without the last full stop. */
    static String of(ParameterException e) {
        String message = e.getMessage() == null ? "the command line cannot be read" : e.getMessage();
        if (!(e instanceof UnmatchedArgumentException unmatched)) {
            return message;
        }
        CommandSpec command = e.getCommandLine().getCommandSpec();
        String first = unmatched.getUnmatched().get(0);
        if (first.startsWith("-")) {
            return "Unknown option: '" + first + "'" + suggestion(first.replaceFirst("=.*", ""), options(command));
        }
        Set<String> commands = command.subcommands().keySet();
        if (commands.isEmpty()) {
            return message;
        }
        boolean document = first.matches("https?://.*|.*\\.(ya?ml|json)");
        return "no such command: '" + first + "'"
                + (document
                        ? ". To serve a document: " + command.qualifiedName() + " serve " + first
                        : suggestion(first, commands));
    }

    private static String suggestion(String written, Set<String> names) {
        return NearestName.of(written, names)
                .map(name -> ". Did you mean " + name + "?")
                .orElse("");
    }

    private static Set<String> options(CommandSpec command) {
        return command.options().stream()
                .flatMap(option -> Stream.of(option.names()))
                .collect(Collectors.toSet());
    }

    /** Prism's users may switch off with {@code --no-cors} what {@code --cors=false} switches off. */
    static String[] positive(String[] arguments, List<CommandSpec> commands) {
        String[] positive = arguments.clone();
        for (int i = 0; i < positive.length; i++) {
            if (positive[i].startsWith("--no-")) {
                String name = "--" + positive[i].substring("--no-".length());
                boolean known = commands.stream().anyMatch(command -> isSwitch(command.findOption(name)));
                positive[i] = known ? name + "=false" : positive[i];
            }
        }
        return positive;
    }

    private static boolean isSwitch(@Nullable OptionSpec option) {
        return option != null && option.type() == boolean.class;
    }
}
