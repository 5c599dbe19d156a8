package dev.countersign.mock.cli.command;

import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** What a command takes: flags of two kinds, and arguments without a name. */
public final class Flags {
    private Flags() {}

    /** A switch: {@code --name}, {@code --name=true} or {@code --name=false}. */
    public static OptionSpec flag(boolean preset, String description, String... names) {
        return OptionSpec.builder(names[0], Arrays.copyOfRange(names, 1, names.length))
                .type(boolean.class)
                .arity("0..1")
                .paramLabel("true|false")
                .defaultValue(Boolean.toString(preset))
                .fallbackValue("true")
                .description(description)
                .build();
    }

    /** A flag with a value. */
    public static OptionSpec value(String label, Class<?> type, String preset, String description, String... names) {
        return OptionSpec.builder(names[0], Arrays.copyOfRange(names, 1, names.length))
                .type(type)
                .arity("1")
                .paramLabel(label)
                .defaultValue(preset)
                .description(preset.isEmpty() ? description : description + " Default: ${DEFAULT-VALUE}.")
                .build();
    }

    /**
     * An argument that has no name, and must be there.
     *
     * @param index its place, from {@code 0}
     */
    public static PositionalParamSpec argument(String label, String index, Class<?> type, String description) {
        return PositionalParamSpec.builder()
                .index(index)
                .type(type)
                .required(true)
                .arity("1")
                .paramLabel(label)
                .description(description)
                .build();
    }

    /** A flag with values, separated by commas, that can be repeated. */
    public static OptionSpec list(String label, String description, String... names) {
        return OptionSpec.builder(names[0], Arrays.copyOfRange(names, 1, names.length))
                .type(List.class)
                .auxiliaryTypes(String.class)
                .arity("1")
                .splitRegex(",")
                .hideParamSyntax(true)
                .paramLabel(label)
                .description(description)
                .build();
    }

    /** What a flag is set to, wherever that was done. */
    public static <T> T get(ParseResult arguments, String name, T preset) {
        OptionSpec option = arguments.commandSpec().findOption(name);
        T value = option == null ? null : option.getValue();
        return value == null ? preset : value;
    }

    /**
     * A command line that cannot be used as it is.
     *
     * @param message what is wrong with it, and how it would be right
     */
    public static ParameterException refused(ParseResult arguments, String message) {
        return new ParameterException(arguments.commandSpec().commandLine(), message);
    }
}
