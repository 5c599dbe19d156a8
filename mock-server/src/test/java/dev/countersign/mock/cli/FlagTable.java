package dev.countersign.mock.cli;

import dev.countersign.mock.cli.command.Command;
import dev.countersign.mock.cli.command.Lifetime;
import dev.countersign.mock.cli.command.Terminal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The flags of {@code serve} and {@code proxy} as lines of a table in Markdown, by what the commands themselves say of them. */
final class FlagTable {
    private FlagTable() {}

    private record Row(String name, String text) {}

    static List<String> rows() {
        Terminal terminal = new Terminal(System.out, System.err);
        Map<Row, List<String>> commands = new LinkedHashMap<>();
        for (Command command :
                List.of(new ServeCommand(terminal, new Lifetime()), new ProxyCommand(terminal, new Lifetime()))) {
            CommandSpec specification = command.specification();
            Stream.concat(specification.positionalParameters().stream(), specification.options().stream())
                    .map(FlagTable::row)
                    .forEach(row -> commands.computeIfAbsent(row, each -> new ArrayList<>())
                            .add(specification.name()));
        }
        return commands.entrySet().stream()
                .sorted(Comparator.comparing(entry -> entry.getKey().name.toLowerCase(Locale.ROOT)))
                .map(entry -> "| " + entry.getKey().text + " | " + String.join(", ", entry.getValue()) + " |")
                .toList();
    }

    private static Row row(ArgSpec argument) {
        String names = argument instanceof OptionSpec option
                ? Stream.of(option.names())
                        .sorted(Comparator.comparing(String::length).reversed())
                        .map(FlagTable::code)
                        .collect(Collectors.joining(", "))
                : code(argument.paramLabel());
        String preset = argument.defaultValue() == null ? "" : argument.defaultValue();
        String description = String.join(" ", argument.description())
                .replaceFirst(" Default: \\S+\\.$", "")
                .replace("|", "\\|");
        String label = argument instanceof OptionSpec ? code(argument.paramLabel()) : "";
        return new Row(
                names.replaceAll("[`-]", ""),
                names + " | " + label + " | " + (preset.isEmpty() ? "" : code(preset)) + " | " + description);
    }

    private static String code(String text) {
        return "`" + text.replace("|", "\\|") + "`";
    }
}
