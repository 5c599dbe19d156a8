package dev.countersign.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.reflect.Executable;
import java.lang.reflect.Member;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What every consumer of every generated client may call, and what generated code calls, which may be older or newer than
 * the runtime that a program has. A difference is a decision: after it is taken,
 * {@code mvn test -pl client/runtime -am -Dtest=PublicApiTest -Dsurefire.failIfNoSpecifiedTests=false -Drecreate} writes
 * the listing anew, and fails, so that it is not left on.
 */
class PublicApiTest {
    private static final Path CLASSES = Path.of("target/classes");
    private static final Path LISTING = Path.of("src/test/resources/public-api.txt");

    @Test
    void isWhatTheListingSays() throws Exception {
        List<String> present = listing();
        assertThat(present).hasSizeGreaterThan(100);
        if (System.getProperty("recreate") != null) {
            Files.write(LISTING, present);
            throw new AssertionError(LISTING + " was written; read the difference and commit it.");
        }
        assertThat(present).as("see this test's comment").isEqualTo(Files.readAllLines(LISTING));
    }

    private static List<String> listing() throws IOException, ClassNotFoundException {
        List<String> lines = new ArrayList<>();
        for (String name : exported()) {
            Class<?> type = Class.forName(name, false, PublicApiTest.class.getClassLoader());
            if (isReachable(type)) {
                describe(type, lines);
            }
        }
        return lines;
    }

    /** The names of the classes in the packages that the module exports. */
    private static List<String> exported() throws IOException {
        List<String> names = new ArrayList<>();
        for (ModuleDescriptor.Exports exports : ModuleFinder.of(CLASSES)
                .find("dev.countersign.client")
                .orElseThrow()
                .descriptor()
                .exports()) {
            try (Stream<Path> files =
                    Files.list(CLASSES.resolve(exports.source().replace('.', '/')))) {
                files.map(file -> file.getFileName().toString())
                        .filter(name -> name.endsWith(".class") && !name.equals("package-info.class"))
                        .map(name -> exports.source() + "." + name.substring(0, name.length() - ".class".length()))
                        .forEach(names::add);
            }
        }
        Collections.sort(names);
        return names;
    }

    private static boolean isReachable(Class<?> type) {
        return type == null || (isSeen(type.getModifiers()) && isReachable(type.getEnclosingClass()));
    }

    private static boolean isSeen(int modifiers) {
        return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
    }

    private static void describe(Class<?> type, List<String> lines) {
        String above = type.getGenericSuperclass() == null
                        || type.getGenericSuperclass().equals(Object.class)
                ? ""
                : " extends " + type.getGenericSuperclass().getTypeName();
        // Newer JDKs print these modifiers, too; JDK 17 does not.
        lines.add(type.toGenericString().replaceAll("\\b(non-)?sealed ", "") + above);
        Stream<String> interfaces =
                Arrays.stream(type.getGenericInterfaces()).map(each -> "implements " + each.getTypeName());
        Stream<String> fields = Arrays.stream(type.getDeclaredFields())
                .filter(PublicApiTest::isApi)
                .map(field -> field.toGenericString());
        Stream<String> executables = Stream.<Executable>concat(
                        Arrays.stream(type.getDeclaredConstructors()), Arrays.stream(type.getDeclaredMethods()))
                .filter(PublicApiTest::isApi)
                .map(Executable::toGenericString);
        Stream.of(interfaces, fields, executables)
                .flatMap(members -> members.sorted())
                .map(member -> "    " + member.replace(type.getName() + ".", ""))
                .forEach(lines::add);
    }

    private static boolean isApi(Member member) {
        return isSeen(member.getModifiers()) && !member.isSynthetic();
    }
}
