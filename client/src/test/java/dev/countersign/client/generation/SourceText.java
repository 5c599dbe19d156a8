package dev.countersign.client.generation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a reader would hold against the text of generated Java files. */
final class SourceText {
    private static final Pattern IMPORT = Pattern.compile("(?m)^import (?:[\\w]+\\.)+(\\w+);$");
    private static final Pattern TRAILING = Pattern.compile("(?m)[ \\t]+$");

    private SourceText() {}

    /** One line for each fault, with its file; empty when there is none. */
    static List<String> faults(Path sources) throws IOException {
        List<String> faults = new ArrayList<>();
        try (Stream<Path> files = Files.walk(sources.resolve("src/main/java"))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                faults(read(file)).forEach(fault -> faults.add(file.getFileName() + ": " + fault));
            }
        }
        return faults;
    }

    private static List<String> faults(String text) {
        List<String> faults = new ArrayList<>();
        if (!text.startsWith("// Generated from ")
                || !text.lines().findFirst().orElse("").contains("Do not edit")) {
            faults.add("no header");
        }
        if (text.contains("\n\n\n") || text.contains("{\n\n") || text.endsWith("\n\n")) {
            faults.add("blank lines that separate nothing");
        }
        if (Pattern.compile("\\n\\n *}").matcher(text).find()) {
            faults.add("a blank line before a brace");
        }
        if (TRAILING.matcher(text).find()) {
            faults.add("blanks at the end of a line");
        }
        faults.addAll(imports(text));
        return faults;
    }

    private static List<String> imports(String text) {
        List<String> faults = new ArrayList<>();
        String rest = IMPORT.matcher(text).replaceAll("");
        Set<String> seen = new HashSet<>();
        IMPORT.matcher(text).results().map(found -> found.group(1)).forEach(type -> {
            if (!Pattern.compile("\\b" + type + "\\b").matcher(rest).find() || !seen.add(type)) {
                faults.add("needs no import of " + type);
            }
        });
        if (text.contains(".*;")) {
            faults.add("imports a whole package");
        }
        return faults;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
