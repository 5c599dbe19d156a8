package dev.countersign.mock.cli.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What flags and parameters are called elsewhere than on the command line. */
final class FlagNames {
    private static final String VARIABLE_PREFIX = "COUNTERSIGN_";

    private FlagNames() {}

    /** The keys of a file that mean this one: its long names without dashes, or its label in small letters. */
    static List<String> keys(ArgSpec argument) {
        if (!(argument instanceof OptionSpec option)) {
            return List.of(argument.paramLabel().replace("...", "").toLowerCase(Locale.ROOT));
        }
        List<String> keys = new ArrayList<>();
        for (String name : option.names()) {
            if (name.startsWith("--")) {
                keys.add(name.substring(2));
            }
        }
        return keys;
    }

    /** The variables that mean this one: its keys in capital letters. */
    static List<String> variables(ArgSpec argument) {
        return keys(argument).stream().map(FlagNames::variable).toList();
    }

    private static String variable(String key) {
        return withPrefix(key.replace('-', '_').toUpperCase(Locale.ROOT));
    }

    static String withPrefix(String name) {
        return VARIABLE_PREFIX + name;
    }

    static String withoutPrefix(String variable) {
        return variable.substring(VARIABLE_PREFIX.length());
    }

    static boolean isVariable(String name) {
        return name.startsWith(VARIABLE_PREFIX);
    }

    /** Everything of a command that can be set elsewhere. */
    static Stream<ArgSpec> settable(CommandSpec command) {
        return Stream.concat(
                command.options().stream()
                        .filter(option -> !option.usageHelp() && !option.versionHelp())
                        .map(ArgSpec.class::cast),
                command.positionalParameters().stream());
    }

    /** Whether a value names a file or folder. */
    static boolean isFile(ArgSpec argument) {
        return Set.of("DOCUMENT", "DOCUMENT...", "FILE", "FOLDER").contains(argument.paramLabel());
    }
}
