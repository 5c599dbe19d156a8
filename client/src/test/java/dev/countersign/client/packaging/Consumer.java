package dev.countersign.client.packaging;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A consumer's program, which makes every documented call of the packaged client and tells how each ended. */
final class Consumer {
    /** How the program says that a call returned. */
    static final String RETURNED = "returned";
    /** How it says that a call threw the exception of an answer; the status follows. */
    static final String STATUS = "status ";

    /** No model has an underline in its name. */
    private static final String MAIN_CLASS = "Main_";

    /** So many calls fit into one class, however long they are. */
    private static final int CALLS_PER_CLASS = 100;

    private final ClientJar jar;
    private final List<DocumentedCall> calls;
    private final Path folder;
    private final String path;

    private Consumer(ClientJar jar, List<DocumentedCall> calls, Path folder, String path) {
        this.jar = jar;
        this.calls = calls;
        this.folder = folder;
        this.path = path;
    }

    /** Compiles the program as a named module, which requires nothing but the client. */
    static Consumer compiled(ClientJar jar, List<DocumentedCall> calls, Path folder) throws IOException {
        String path = folder.resolve("classes") + File.pathSeparator + jar.path();
        Consumer consumer = new Consumer(jar, calls, folder, path);
        Path sources = Files.createDirectories(folder.resolve("sources"));
        consumer.write(sources);
        Files.writeString(
                sources.resolve("module-info.java"), "module consumer { requires " + jar.packageName() + "; }\n");
        consumer.compile(sources);
        return consumer;
    }

    /** Lets Maven build the program, from what is published and nothing else. */
    static Consumer builtByMaven(ClientJar jar, List<DocumentedCall> calls, Path folder)
            throws IOException, InterruptedException {
        PlainMavenProject project = PlainMavenProject.in(folder, jar);
        new Consumer(jar, calls, folder, "").write(project.sources());
        return new Consumer(jar, calls, folder, project.build());
    }

    /** Writes the program's sources into a folder, for somebody else to compile. */
    static void write(ClientJar jar, List<DocumentedCall> calls, Path sources) throws IOException {
        new Consumer(jar, calls, sources, "").write(sources);
    }

    /** The names of the jars that the program has, its own classes aside. */
    List<String> jars() {
        return Stream.of(path.split(Pattern.quote(File.pathSeparator)))
                .map(entry -> Path.of(entry).getFileName().toString())
                .filter(name -> name.endsWith(".jar"))
                .toList();
    }

    /** Runs it on the class path, which is what a plain Maven or Gradle project has, and tells how each call ended. */
    List<String> onTheClassPath(String url) throws IOException, InterruptedException {
        return run("-classpath", path, "consumer." + MAIN_CLASS, url);
    }

    /** Runs it on the module path, and tells how each call ended. */
    List<String> asAModule(String url) throws IOException, InterruptedException {
        return run("--module-path", path, "--module", "consumer/consumer." + MAIN_CLASS, url);
    }

    private void write(Path sources) throws IOException {
        StringBuilder runs = new StringBuilder();
        for (int from = 0; from < calls.size(); from += CALLS_PER_CLASS) {
            String name = "Calls_" + from / CALLS_PER_CLASS;
            StringBuilder methods = new StringBuilder();
            for (int i = from; i < Math.min(from + CALLS_PER_CLASS, calls.size()); i++) {
                methods.append("    static void call%d(%sClient client) {\n        ".formatted(i, jar.clientName()))
                        .append(calls.get(i).code())
                        .append("\n    }\n\n");
                runs.append("            tell(client, %s::call%d);\n".formatted(name, i));
            }
            Files.writeString(sources.resolve(name + ".java"), source(CALLS, name, methods));
        }
        Files.writeString(sources.resolve(MAIN_CLASS + ".java"), source(MAIN, MAIN_CLASS, runs));
    }

    private String source(String template, String name, CharSequence content) {
        return template.replace("PACKAGE", jar.packageName())
                .replace("CLIENT", jar.clientName() + "Client")
                .replace("NAME", name)
                .replace("CONTENT", content);
    }

    private void compile(Path sources) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        String classes = folder.resolve("classes").toString();
        List<String> options =
                List.of("-d", classes, "--module-path", jar.path(), "--release", "17", "-proc:none", "-nowarn");
        StringWriter complaints = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8);
                Stream<Path> tree = Files.list(sources)) {
            boolean compiles = compiler.getTask(
                            complaints, files, null, options, null, files.getJavaFileObjectsFromPaths(tree.toList()))
                    .call();
            if (!compiles) {
                throw new AssertionError("A consumer's program does not compile:\n" + complaints);
            }
        }
    }

    private List<String> run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:TieredStopAtLevel=1");
        command.addAll(List.of(arguments));
        return Program.run(new ProcessBuilder(command), folder.resolve("output.txt"));
    }

    private static final String CALLS = """
            package consumer;

            import PACKAGE.CLIENT;
            import PACKAGE.model.*;
            import dev.countersign.client.Binary;
            import dev.countersign.client.EventStream;
            import dev.countersign.client.ItemStream;
            import java.math.BigDecimal;
            import java.math.BigInteger;
            import java.net.URI;
            import java.time.LocalDate;
            import java.time.OffsetDateTime;
            import java.util.List;
            import java.util.Map;
            import java.util.UUID;

            final class NAME {
                private NAME() {}

            CONTENT}
            """;

    private static final String MAIN = """
            package consumer;

            import PACKAGE.CLIENT;
            import dev.countersign.client.ApiException;
            import dev.countersign.client.Credential;

            public final class NAME {
                private NAME() {}

                interface Call {
                    void make(CLIENT client);
                }

                public static void main(String[] args) {
                    Credential any = Credential.of("any");
                    try (CLIENT client = CLIENT.builder()
                            .baseUrl(args[0])
                            .bearer(any)
                            .apiKey(any)
                            .basic("user", "any")
                            .build()) {
            CONTENT        }
                }

                private static void tell(CLIENT client, Call call) {
                    String outcome;
                    try {
                        call.make(client);
                        outcome = "returned";
                    } catch (ApiException e) {
                        outcome = "status " + e.status();
                    } catch (RuntimeException e) {
                        outcome = e.toString().replaceAll("\\\\s+", " ");
                    }
                    System.out.println(outcome);
                }
            }
            """;
}
