package dev.countersign.mock.cli.document;

import dev.countersign.mock.cli.command.Flags;
import dev.countersign.openapi.check.NearestName;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** {@code --prefix}: the paths below which the documents of one server are served. */
public final class Prefixes {
    private static final String NAME = "--prefix";

    private Prefixes() {}

    /** The flag {@code --prefix}. */
    public static OptionSpec option() {
        return Flags.list(
                "NAME=PATH",
                "Serve a document below this path: its file name without .yaml or .json, for instance auth=/auth. Without it,"
                        + " several documents are served below the paths of their servers.",
                NAME);
    }

    static boolean areGiven(ParseResult arguments) {
        return !Flags.get(arguments, NAME, List.<String>of()).isEmpty();
    }

    /** The paths of each document that has any. */
    public static Map<DocumentSource, Set<String>> of(ParseResult arguments, List<DocumentSource> documents) {
        Map<DocumentSource, Set<String>> prefixes = new LinkedHashMap<>();
        for (String pair : Flags.get(arguments, NAME, List.<String>of())) {
            int equals = pair.lastIndexOf('=');
            String path = equals < 0 ? "" : pair.substring(equals + 1);
            if (equals < 0 || path.isEmpty() || !path.matches("(/[A-Za-z0-9._~-]+)*/?")) {
                throw refused("'" + pair + "' is not like auth=/auth", arguments);
            }
            DocumentSource document = document(pair.substring(0, equals), documents, arguments);
            prefixes.computeIfAbsent(document, each -> new LinkedHashSet<>()).add(path.replaceFirst("/$", ""));
        }
        return prefixes;
    }

    private static DocumentSource document(String written, List<DocumentSource> documents, ParseResult arguments) {
        for (DocumentSource document : documents) {
            if (document.name().equals(written) || document.document().equals(written)) {
                return document;
            }
        }
        List<String> names = documents.stream().map(DocumentSource::name).toList();
        Optional<String> near = NearestName.of(written, Set.copyOf(names));
        throw refused(
                "there is no document '" + written + "'. "
                        + near.map(name -> "Did you mean " + name + "?")
                                .orElse("There are: " + String.join(", ", names)),
                arguments);
    }

    private static ParameterException refused(String message, ParseResult arguments) {
        return Flags.refused(arguments, NAME + ": " + message);
    }
}
