package dev.countersign.mock.cli;

import dev.countersign.mock.MockOptions;
import dev.countersign.mock.server.ServerSettings;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The flags of {@code serve}. They follow Prism's, so that a switch is one word. */
record ServeFlags(ParseResult arguments) {
    private static final List<String> QUIET_LEVELS = List.of("silent", "error", "fatal");

    static CommandSpec addTo(CommandSpec specification) {
        return Documents.addTo(specification)
                .addOption(value("PORT", int.class, "4010", "The port; 0 for any free one.", "-p", "--port"))
                .addOption(value("HOST", String.class, "127.0.0.1", "The address to listen on.", "-h", "--host"))
                .addOption(flag(false, "Generate every body anew instead of serving examples.", "-d", "--dynamic"))
                .addOption(flag(
                        false, "Answer invalid requests with problem details, whatever the contract says.", "--errors"))
                .addOption(flag(true, "Let pages of any origin call.", "--cors"))
                .addOption(flag(
                        false, "Serve as if the document had no examples.", "--ignoreExamples", "--ignore-examples"))
                .addOption(flag(
                        true,
                        "Put what is wrong with a request into the contract's own error body.",
                        "--violations-in-body"))
                .addOption(flag(
                        false,
                        "Answer invalid requests as if they were valid, and say what is wrong in a header.",
                        "--forgiving"))
                .addOption(value("SEED", String.class, "0", "The seed of generated bodies.", "--seed"))
                .addOption(value(
                        "BYTES",
                        int.class,
                        Integer.toString(ServerSettings.DEFAULT_BODY_LIMIT),
                        "The largest request body.",
                        "--body-limit"))
                .addOption(value(
                        "LEVEL",
                        String.class,
                        "info",
                        "How much to print: info lists the operations, silent does not.",
                        "-v",
                        "--verboseLevel",
                        "--verbose-level"))
                .addOption(flag(
                        false,
                        "Stop when the process that started this one ends, however it ends; for build tools.",
                        "--stop-with-parent"))
                .addOption(
                        flag(false, "Accepted and not needed: one process uses every core.", "-m", "--multiprocess"));
    }

    private static OptionSpec flag(boolean preset, String description, String... names) {
        return OptionSpec.builder(names[0], Arrays.copyOfRange(names, 1, names.length))
                .type(boolean.class)
                .arity("0..1")
                .defaultValue(Boolean.toString(preset))
                .fallbackValue("true")
                .description(description)
                .build();
    }

    private static OptionSpec value(String label, Class<?> type, String preset, String description, String... names) {
        return OptionSpec.builder(names[0], Arrays.copyOfRange(names, 1, names.length))
                .type(type)
                .arity("1")
                .paramLabel(label)
                .defaultValue(preset)
                .description(description + " Default: ${DEFAULT-VALUE}.")
                .build();
    }

    private <T> T get(String name, T preset) {
        return arguments.matchedOptionValue(name, preset);
    }

    String document() {
        return Documents.name(arguments);
    }

    boolean isQuiet() {
        return QUIET_LEVELS.contains(get("--verboseLevel", "info"));
    }

    boolean stopsWithParent() {
        return get("--stop-with-parent", false);
    }

    MockOptions mockOptions() {
        return new MockOptions(
                get("--dynamic", false),
                get("--ignoreExamples", false),
                get("--errors", false),
                get("--violations-in-body", true),
                get("--forgiving", false),
                seed());
    }

    /** Any text is a seed, a number is itself. */
    private long seed() {
        String text = get("--seed", "0");
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException notANumber) {
            return text.hashCode();
        }
    }

    ServerSettings serverSettings() {
        try {
            return new ServerSettings(
                    get("--host", "127.0.0.1"),
                    get("--port", 4010),
                    get("--cors", true),
                    get("--body-limit", ServerSettings.DEFAULT_BODY_LIMIT));
        } catch (IllegalArgumentException e) {
            String message = e.getMessage() == null ? "a value is out of range" : e.getMessage();
            throw new ParameterException(arguments.commandSpec().commandLine(), message);
        }
    }
}
