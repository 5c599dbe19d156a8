package dev.countersign.verify.release;

import dev.countersign.client.CountersignException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/**
 * What consumers can name of the client that is generated from the contract: every public type with its public and
 * protected members, one line each. The listing of the last release is committed; a line that is gone is code of a consumer that does not compile any more.
 */
public final class ClientApi {
    /** What is the same for every contract; it has a version of its own. */
    private static final String RUNTIME = CountersignException.class.getPackageName() + ".";

    /** What generated code uses and no consumer does. */
    private static final String INTERNAL = RUNTIME + "runtime.";

    private static final Pattern NAME = Pattern.compile("(?:class|interface) ([\\w.$]+)");

    private ClientApi() {}

    /**
     * The client on the class path, in a stable order.
     *
     * @param client any class of it
     */
    public static List<String> of(Class<?> client) {
        try {
            URI jar = client.getProtectionDomain().getCodeSource().getLocation().toURI();
            Path path = Path.of(jar);
            if (Files.isDirectory(path)) {
                return of(path, classes(path));
            }
            try (FileSystem inside = FileSystems.newFileSystem(path)) {
                return of(path, classes(inside.getPath("/")));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the client's classes cannot be read", e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the client is in no file", e);
        }
    }

    private static List<String> classes(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.map(file -> root.relativize(file).toString().replace('\\', '/'))
                    .filter(file -> file.endsWith(".class") && !file.endsWith("-info.class"))
                    .map(file ->
                            file.substring(0, file.length() - ".class".length()).replace('/', '.'))
                    .filter(name -> !name.startsWith(RUNTIME))
                    .sorted()
                    .toList();
        }
    }

    /**
     * The lines of these classes. They are read by javap and not loaded: a class may name a library that a consumer brings
     * only if he wants it.
     */
    static List<String> of(Path classPath, List<String> classes) {
        StringWriter text = new StringWriter();
        PrintWriter out = new PrintWriter(text);
        List<String> arguments = new ArrayList<>(List.of("-protected", "-cp", classPath.toString()));
        arguments.addAll(classes);
        ToolProvider.findFirst("javap")
                .orElseThrow(() -> new IllegalStateException("there is no javap; run this with a JDK"))
                .run(out, out, arguments.toArray(String[]::new));
        return lines(text.toString());
    }

    /** A class is printed as its declaration, which ends with a brace, then its members, which end with a semicolon. */
    private static List<String> lines(String printed) {
        Map<String, List<String>> types = new TreeMap<>();
        String type = "";
        for (String line : printed.lines().toList()) {
            if (line.endsWith(" {")) {
                type = NAME.matcher(line).results().findFirst().orElseThrow().group(1);
                types.computeIfAbsent(type, name -> new ArrayList<>())
                        .add("type " + type + ": " + line.substring(0, line.length() - 2));
            } else if (line.startsWith("  ") && !line.contains(INTERNAL) && !line.endsWith("static {};")) {
                Objects.requireNonNull(types.get(type))
                        .add("member " + type + ": " + line.strip().replace(";", ""));
            }
        }
        return types.entrySet().stream()
                .filter(entry -> isOpen(entry.getKey(), types))
                .flatMap(entry -> entry.getValue().stream())
                .sorted()
                .toList();
    }

    /** Whether the type and all types around it are public. */
    private static boolean isOpen(String type, Map<String, List<String>> types) {
        for (int end = type.length(); end > 0; end = type.lastIndexOf('$', end - 1)) {
            List<String> lines = types.getOrDefault(type.substring(0, end), List.of());
            if (lines.isEmpty() || !lines.get(0).contains(": public ")) {
                return false;
            }
        }
        return true;
    }

    /**
     * What a consumer's code can trip over, one sentence each: types and members that are gone or look different, and
     * methods that a consumer's own implementation now lacks.
     */
    static List<String> breaks(List<String> released, List<String> current) {
        Stream<String> gone = released.stream()
                .filter(line -> !current.contains(line) && current.stream().noneMatch(other -> isMoreOf(line, other)))
                .filter(line -> !line.startsWith("member ") || hasType(current, typeOf(line)))
                .map(line -> signature(line) + " is gone" + now(line, current)
                        + ". Consumers: change the code that uses it.");
        Stream<String> demanded = current.stream()
                .filter(line -> line.startsWith("member ") && line.contains(" abstract "))
                .filter(line -> !released.contains(line) && hasType(released, typeOf(line)))
                .map(line -> signature(line) + " is new and abstract. Consumers: implement it where you implement "
                        + typeOf(line) + ".");
        return Stream.concat(gone, demanded).toList();
    }

    /** Whether a class is what it was, and implements more interfaces than it did. */
    private static boolean isMoreOf(String before, String now) {
        String[] was = before.split(" implements ", 2);
        String[] is = now.split(" implements ", 2);
        return before.startsWith("type ")
                && was[0].equals(is[0])
                && is.length == 2
                && (was.length == 1 || interfaces(is[1]).containsAll(interfaces(was[1])));
    }

    /** Split where no type argument is cut. */
    private static List<String> interfaces(String list) {
        return List.of(list.split(",\\s*(?![^<]*>)"));
    }

    /** The type as it is declared now, where only its declaration has changed. */
    private static String now(String line, List<String> current) {
        return current.stream()
                .filter(other -> line.startsWith("type ") && other.startsWith("type " + typeOf(line) + ": "))
                .map(other -> ", it is " + signature(other) + " now")
                .findFirst()
                .orElse("");
    }

    private static boolean hasType(List<String> lines, String type) {
        return lines.stream().anyMatch(line -> line.startsWith("type " + type + ": "));
    }

    private static String typeOf(String line) {
        return line.substring(line.indexOf(' ') + 1, line.indexOf(": "));
    }

    private static String signature(String line) {
        String signature = line.substring(line.indexOf(": ") + 2);
        return line.startsWith("member ") ? typeOf(line) + ": " + signature : signature;
    }
}
