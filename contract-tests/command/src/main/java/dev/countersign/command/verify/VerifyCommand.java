package dev.countersign.command.verify;

import dev.countersign.command.DocumentFiles;
import dev.countersign.mock.cli.command.Command;
import dev.countersign.mock.cli.command.ExitCode;
import dev.countersign.mock.cli.command.Flags;
import dev.countersign.mock.cli.command.Terminal;
import dev.countersign.openapi.build.ContractBuild;
import dev.countersign.openapi.build.Gate;
import dev.countersign.verify.Main;
import dev.countersign.verify.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code verify DOCUMENT --url URL}: holds a running provider against a document, and against pacts, without a Java project. */
public record VerifyCommand(Terminal terminal) implements Command {
    @Override
    public String name() {
        return "verify";
    }

    @Override
    public CommandSpec specification() {
        CommandSpec specification = CommandSpec.create().name(name());
        specification
                .usageMessage()
                .description(
                        "Hold a running provider against a document: makes every documented call, judges every answer.");
        return specification
                .addPositional(Flags.argument("DOCUMENT", "0", Path.class, DocumentFiles.DOCUMENT))
                .addOption(OptionSpec.builder("--url")
                        .paramLabel("URL")
                        .type(String.class)
                        .required(true)
                        .arity("1")
                        .description("Where the provider answers, with the path of its server if it has one.")
                        .build())
                .addOption(pairs("--header", "NAME=VALUE", "A header field of every request, such as a credential."))
                .addOption(pairs("--query", "NAME=VALUE", "A query parameter of every request."))
                .addOption(Flags.value(
                        "URL",
                        String.class,
                        "",
                        "Where the provider is told, before each call, which state it has to be in.",
                        "--states"))
                .addOption(Flags.value(
                        "FOLDER", Path.class, "", "Pacts of consumers that the provider has to keep, too.", "--pacts"))
                .addOption(Flags.value(
                        "FOLDER",
                        Path.class,
                        "countersign-verification",
                        "Where report and pact are written.",
                        "-o",
                        "--output"));
    }

    private static OptionSpec pairs(String name, String label, String description) {
        return OptionSpec.builder(name)
                .paramLabel(label)
                .type(Map.class)
                .auxiliaryTypes(String.class, String.class)
                .arity("1")
                .description(description)
                .build();
    }

    @Override
    public int run(ParseResult arguments) {
        Path document = arguments.matchedPositionalValue(0, Path.of(""));
        Path output = Flags.get(arguments, "--output", Path.of("")).toAbsolutePath();
        Map<String, String> settings = new HashMap<>();
        settings.put("contract.dir", output.resolve("contract").toString());
        settings.put("build.dir", output.toString());
        settings.put("provider.url", address(arguments, "--url"));
        if (arguments.hasMatchedOption("--states")) {
            settings.put("provider.state.url", address(arguments, "--states"));
        }
        if (arguments.hasMatchedOption("--pacts")) {
            Path pacts = arguments.matchedOptionValue("--pacts", Path.of(""));
            settings.put("pact.folder", pacts.toAbsolutePath().toString());
        }
        add(arguments, "--header", "provider.header.", settings);
        add(arguments, "--query", "provider.query.", settings);
        try {
            new ContractBuild(document, document, output.resolve("contract"), Gate.LENIENT, "", "").run();
            return Main.verifyProvider(new Settings(settings), terminal.out()) == 0 ? ExitCode.OK : ExitCode.FAILURE;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void add(ParseResult arguments, String flag, String prefix, Map<String, String> settings) {
        Map<String, String> pairs = arguments.matchedOptionValue(flag, Map.of());
        pairs.forEach((name, value) -> settings.put(prefix + name, value));
    }

    private static String address(ParseResult arguments, String flag) {
        String written = arguments.matchedOptionValue(flag, "");
        try {
            URI address = new URI(written);
            if (("http".equals(address.getScheme()) || "https".equals(address.getScheme()))
                    && address.getHost() != null) {
                return written;
            }
        } catch (URISyntaxException e) {
            // Told below, without what may be a password in it.
        }
        throw Flags.refused(arguments, flag + " is no http(s) address, such as http://localhost:8080");
    }
}
