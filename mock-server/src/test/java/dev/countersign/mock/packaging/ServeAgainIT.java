package dev.countersign.mock.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code mvn -Pmock} does first: it serves what was built before, or says what has changed. */
@Timeout(120)
class ServeAgainIT {
    private static final Path JAR = Path.of(System.getProperty("mock.jar"));
    private static final String WHOLE =
            "modules [MavenProject: dev.countersign:openapi:1, MavenProject: …:mock-server:1]";
    private static final String NO_GOALS = "goals []";

    @TempDir
    private Path root;

    @BeforeEach
    void layOutARepositoryThatWasBuilt() throws IOException {
        write("pom.xml", "<project>${jetty.version} ${contract}</project>");
        write("openapi/pom.xml", "<project/>");
        write("mock-server/pom.xml", "<project/>");
        write(".mvn/jvm.config", "-Xss1m");
        write("openapi/src/main/java/Read.java", "class Read {}");
        write("mock-server/src/main/java/Serve.java", "class Serve {}");
        write("mock-server/src/packaging/java/Package.java", "class Package {}");
        write("mock-server/npm/package.json", "{}");
        Path target = Files.createDirectories(root.resolve("mock-server/target"));
        for (String made : List.of("mock-server.jar", "mock-server.jvm", "archive.jvm", "mock-server")) {
            Files.copy(JAR.resolveSibling(made), target.resolve(made));
        }
    }

    @Test
    void servesWhatWasBuilt() throws IOException, InterruptedException {
        noteABuildOf(WHOLE, Instant.now());

        assertThat(ServedDocument.answerOf(serveAgain(NO_GOALS))).isEqualTo("pong");
    }

    static Stream<Arguments> changes() {
        return Stream.of(
                arguments("openapi/src/main/java/Read.java", written("openapi/src/main/java/Read.java")),
                arguments("mock-server/src/main/more.txt", written("mock-server/src/main/more.txt")),
                arguments("mock-server/src/main/java/Serve.java", deleted("mock-server/src/main/java/Serve.java")),
                arguments("pom.xml", written("pom.xml")),
                arguments("mock-server/pom.xml", written("mock-server/pom.xml")),
                arguments(".mvn/jvm.config", written(".mvn/jvm.config")),
                arguments("mock-server/npm/package.json", written("mock-server/npm/package.json")),
                // Written by another build, with the same bytes or half of them.
                arguments("mock-server/target/mock-server.jar", touched("mock-server/target/mock-server.jar")),
                arguments("mock-server/target/mock-server.jvm", written("mock-server/target/mock-server.jvm")),
                arguments("mock-server/target/archive.jvm", deleted("mock-server/target/archive.jvm")),
                // What says nothing of anything.
                arguments(".mvn/jvm.config", written("mock-server/target/mock-server.built")));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void isBuiltAgainWhenSomethingHasChanged(String what, Change change) throws IOException, InterruptedException {
        noteABuildOf(WHOLE, Instant.now());
        change.in(root);

        assertThat(said(serveAgain(NO_GOALS))).isEqualTo("The mock server is built again: " + what + " has changed.");
    }

    @Test
    void isBuiltAgainWithAnotherDependency() throws IOException, InterruptedException {
        noteABuildOf(WHOLE, Instant.now());

        assertThat(said(serveAgain(NO_GOALS, "-Djetty.version=1")))
                .isEqualTo("The mock server is built again: -Djetty.version has changed.");
    }

    @Test
    void leavesGoalsThatAreNamedToMaven() throws IOException, InterruptedException {
        noteABuildOf(WHOLE, Instant.now());

        assertThat(said(serveAgain("goals [clean, verify]"))).isEmpty();
    }

    @Test
    void aSourceThatWasWrittenDuringTheBuildIsNotTakenForBuilt() throws IOException, InterruptedException {
        noteABuildOf(WHOLE, Instant.now());
        Instant begun = Instant.now();
        Files.setLastModifiedTime(root.resolve("openapi/src/main/java/Read.java"), FileTime.from(begun.plusMillis(5)));
        noteABuildOf(WHOLE, begun);

        assertThat(root.resolve("mock-server/target/mock-server.built")).doesNotExist();
    }

    @Test
    void aBuildOfOneModuleIsNotTakenForWhole() throws IOException, InterruptedException {
        noteABuildOf("modules [MavenProject: dev.countersign:mock-server:1]", Instant.now());

        assertThat(root.resolve("mock-server/target/mock-server.built")).doesNotExist();
    }

    private void noteABuildOf(String modules, Instant begun) throws IOException, InterruptedException {
        assertThat(said(java("Built", List.of(), root.toString(), begun.toString(), modules)))
                .isEmpty();
    }

    private ProcessBuilder serveAgain(String goals, String... options) throws IOException {
        Path document = ServedDocument.write(root.resolve("ping.yaml"));
        return java(
                "ServeAgain",
                List.of(options),
                root.toString(),
                System.getProperty("java.home"),
                "127.0.0.1",
                "0",
                goals,
                document.toString(),
                root.toString(),
                "strict",
                "",
                "");
    }

    private static ProcessBuilder java(String main, List<String> options, String... arguments) {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1"));
        command.addAll(options);
        command.addAll(List.of("-classpath", JAR.resolveSibling("packaging") + File.pathSeparator + JAR));
        command.add("dev.countersign.mock.packaging." + main);
        command.addAll(List.of(arguments));
        ProcessBuilder java = new ProcessBuilder(command);
        // Of which Java says that it has seen them.
        java.environment().remove("JDK_JAVA_OPTIONS");
        return java;
    }

    /** All that a program says that ends by itself and well. */
    private static String said(ProcessBuilder program) throws IOException, InterruptedException {
        Process process = program.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    private void write(String name, String content) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    /** Something that a person, or another build, does to the repository. */
    private interface Change {
        void in(Path root) throws IOException;
    }

    private static Change written(String name) {
        return root -> Files.writeString(root.resolve(name), "something else");
    }

    private static Change deleted(String name) {
        return root -> Files.delete(root.resolve(name));
    }

    private static Change touched(String name) {
        return root -> Files.setLastModifiedTime(root.resolve(name), FileTime.from(Instant.EPOCH));
    }
}
