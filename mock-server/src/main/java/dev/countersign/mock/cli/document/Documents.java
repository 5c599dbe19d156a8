package dev.countersign.mock.cli.document;

import dev.countersign.mock.cli.command.Flags;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** The documents that a command is about. */
public final class Documents {
    /** Names that no document gets, as they mean something below the path of a console. */
    private static final Set<String> RESERVED = Set.of("api", "docs", "events", "health", "login", "ready");

    /** Separates several documents in one text; file names hold any other separator more often. */
    private static final String SEPARATOR = "\n";

    private static final String WHAT =
            "The OpenAPI or Swagger document, YAML or JSON: a file, an http(s) address, or - for standard input.";

    private Documents() {}

    /** For a command about one. */
    public static CommandSpec addTo(CommandSpec specification) {
        return add(specification, Flags.argument("DOCUMENT", "0", String.class, WHAT));
    }

    /** For a command about one or more. */
    public static CommandSpec addSeveralTo(CommandSpec specification) {
        return add(
                specification,
                PositionalParamSpec.builder()
                        .index("0..*")
                        .type(List.class)
                        .auxiliaryTypes(String.class)
                        .arity("1..*")
                        .splitRegex(SEPARATOR)
                        .hideParamSyntax(true)
                        .paramLabel("DOCUMENT...")
                        .required(true)
                        .description(WHAT + " Several are told apart by the paths of their servers, or with --prefix.")
                        .build());
    }

    private static CommandSpec add(CommandSpec specification, PositionalParamSpec document) {
        return specification
                .addPositional(document)
                .addOption(Flags.flag(
                        false,
                        "Follow references to http(s) addresses, external examples among them.",
                        "--allow-remote"))
                .addOption(Flags.flag(
                        false, "Serve external examples from files outside the document's folder.", "--allow-outside"));
    }

    /** The one. */
    public static DocumentSource of(ParseResult arguments) {
        return new DocumentSource(arguments, name(arguments, 0), "");
    }

    /** One or more, each with a name of its own; a single one has none unless it has a prefix. */
    public static List<DocumentSource> several(ParseResult arguments) {
        List<String> documents =
                arguments.commandSpec().positionalParameters().get(0).getValue();
        if (documents.size() == 1 && !Prefixes.areGiven(arguments)) {
            return List.of(new DocumentSource(arguments, documents.get(0), ""));
        }
        List<String> names = new ArrayList<>(RESERVED);
        List<DocumentSource> sources = new ArrayList<>();
        for (String document : documents) {
            names.add(unlike(names, shortName(document)));
            sources.add(new DocumentSource(arguments, document, names.get(names.size() - 1)));
        }
        return sources;
    }

    /** A parameter that has no name. */
    public static String name(ParseResult arguments, int index) {
        String name = arguments.commandSpec().positionalParameters().get(index).getValue();
        return name == null ? "" : name;
    }

    /** The last part of a file's name or an address, without what says its format. */
    static String shortName(String document) {
        String last =
                document.replaceFirst("[?#].*$", "").replaceFirst("/+$", "").replaceFirst("^.*[/\\\\]", "");
        String plain = last.replaceFirst("\\.(?i:ya?ml|json)$", "").replaceAll("[^A-Za-z0-9._~-]+", "-");
        String name = plain.replaceFirst("^[.-]+", "");
        return name.isEmpty() ? "document" : name.toLowerCase(Locale.ROOT);
    }

    private static String unlike(List<String> names, String name) {
        String unlike = name;
        for (int number = 2; names.contains(unlike); number++) {
            unlike = name + "-" + number;
        }
        return unlike;
    }
}
