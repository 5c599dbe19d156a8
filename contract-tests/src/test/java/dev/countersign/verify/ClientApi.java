package dev.countersign.verify;

import dev.countersign.client.CountersignException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Executable;
import java.lang.reflect.Member;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What consumers can name of the client: every public type with its public and protected members, one line each. The
 * listing of the last release is committed; a line that is gone is code of a consumer that does not compile any more.
 */
final class ClientApi {
    /** What generated code uses and no consumer does. */
    private static final String INTERNAL = CountersignException.class.getPackageName() + ".runtime.";

    private ClientApi() {}

    /** The client on the class path, in a stable order. */
    static List<String> current() {
        try {
            URI jar = CountersignException.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI();
            Path path = Path.of(jar);
            if (Files.isDirectory(path)) {
                return lines(path);
            }
            try (FileSystem inside = FileSystems.newFileSystem(path)) {
                return lines(inside.getPath("/"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the client's classes cannot be read", e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the client is in no file", e);
        }
    }

    private static List<String> lines(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.map(file -> root.relativize(file).toString().replace('\\', '/'))
                    .filter(file -> file.endsWith(".class") && !file.endsWith("-info.class"))
                    .map(file ->
                            file.substring(0, file.length() - ".class".length()).replace('/', '.'))
                    .filter(name -> !name.startsWith(INTERNAL))
                    .map(ClientApi::load)
                    .filter(ClientApi::isOpen)
                    .flatMap(ClientApi::of)
                    .distinct()
                    .sorted()
                    .toList();
        }
    }

    /** The lines of one type: its own, then one for each member. */
    static Stream<String> of(Class<?> type) {
        String own = "type " + type.getName() + ": " + type.toGenericString() + supertypes(type);
        Stream<String> constructors = members(type.getDeclaredConstructors(), Executable::toGenericString);
        Stream<String> methods = members(type.getDeclaredMethods(), Executable::toGenericString);
        Stream<String> fields = members(type.getDeclaredFields(), java.lang.reflect.Field::toGenericString);
        return Stream.concat(
                Stream.of(own),
                Stream.of(constructors, methods, fields)
                        .flatMap(Function.identity())
                        .filter(line -> !line.contains(INTERNAL))
                        .map(line -> "member " + type.getName() + ": " + line));
    }

    private static <M extends Member & AnnotatedElement> Stream<String> members(M[] members, Function<M, String> text) {
        return Arrays.stream(members)
                .filter(member -> !member.isSynthetic())
                .filter(member ->
                        Modifier.isPublic(member.getModifiers()) || Modifier.isProtected(member.getModifiers()))
                .map(text);
    }

    private static String supertypes(Class<?> type) {
        String parents = Stream.concat(
                        Stream.ofNullable(type.getGenericSuperclass()).filter(parent -> parent != Object.class),
                        Arrays.stream(type.getGenericInterfaces()))
                .map(Type::getTypeName)
                .filter(name -> !name.startsWith(INTERNAL))
                .collect(Collectors.joining(", "));
        return parents.isEmpty() ? "" : " is a " + parents;
    }

    private static boolean isOpen(Class<?> type) {
        for (Class<?> outer = type; outer != null; outer = outer.getEnclosingClass()) {
            if (!Modifier.isPublic(outer.getModifiers()) || outer.isAnonymousClass()) {
                return false;
            }
        }
        return true;
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, ClientApi.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("the client's class " + name + " cannot be loaded", e);
        }
    }

    /**
     * What a consumer's code can trip over, one sentence each: types and members that are gone or look different, and
     * methods that a consumer's own implementation now lacks.
     */
    static List<String> breaks(List<String> released, List<String> current) {
        Stream<String> gone = released.stream()
                .filter(line -> !current.contains(line))
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
        return line.substring(line.indexOf(": ") + 2);
    }
}
