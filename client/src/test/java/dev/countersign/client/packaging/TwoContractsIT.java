package dev.countersign.client.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.countersign.client.generation.GeneratedClient;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One program uses the packaged client of this build and that of another contract, which share one runtime. */
class TwoContractsIT {
    private static final String CONTRACT = """
            openapi: 3.0.3
            info: {title: Second, version: '1'}
            paths:
              /things:
                get:
                  operationId: countThings
                  tags: [Things]
                  responses:
                    '200': {description: How many, content: {application/json: {schema: {type: integer}, example: 7}}}
            """;

    @TempDir
    static Path folder;

    private static ClientJar jar;
    private static Path second;

    @BeforeAll
    static void generate() throws IOException {
        jar = ClientJar.ofThisBuild();
        Path document = Files.writeString(folder.resolve("second.yaml"), CONTRACT);
        GeneratedClient generated = GeneratedClient.of(document, Files.createDirectories(folder.resolve("generated")));
        assertThat(generated.complaints()).isEmpty();
        second = folder.resolve("second");
        List<Path> sources = new ArrayList<>(javaFiles(generated.sources().resolve("src/main/java")));
        sources.addAll(javaFiles(generated.sources().resolve("module")));
        compile(second, "--module-path", jar.path(), sources);
        Files.createDirectories(folder.resolve("program"));
        Files.writeString(folder.resolve("program/Main.java"), program());
    }

    @Test
    void onTheClassPath() throws Exception {
        String path = jar.path() + File.pathSeparator + second;
        Path classes = folder.resolve("classes");
        compile(classes, "-classpath", path, javaFiles(folder.resolve("program")));

        assertThat(run("class-path", "-classpath", path + File.pathSeparator + classes, "two.Main"))
                .containsExactly("7", "dev.countersign.client in one place");
    }

    @Test
    void asModules() throws Exception {
        String path = jar.path() + File.pathSeparator + second;
        Path module = Files.writeString(
                Files.createDirectories(folder.resolve("module")).resolve("module-info.java"),
                "module two { requires " + jar.packageName() + "; requires " + GeneratedClient.PACKAGE + "; }");
        Path classes = folder.resolve("modular");
        List<Path> sources = new ArrayList<>(javaFiles(folder.resolve("program")));
        sources.add(module);
        compile(classes, "--module-path", path, sources);

        assertThat(run("module-path", "--module-path", path + File.pathSeparator + classes, "--module", "two/two.Main"))
                .containsExactly("7", "dev.countersign.client in one place");
    }

    private static String program() {
        String name = jar.packageName() + "." + jar.clientName() + "Client";
        return """
                package two;

                import dev.countersign.client.ClientBuilder;
                import java.net.http.HttpClient;

                public final class Main {
                    private static <C> C of(ClientBuilder<C> builder, String url, HttpClient shared) {
                        return builder.baseUrl(url).httpClient(shared).build();
                    }

                    public static void main(String[] args) {
                        HttpClient shared = HttpClient.newHttpClient();
                        try (FIRST first = of(FIRST.builder(), args[0], shared);
                                generated.OddClient second = of(generated.OddClient.builder(), args[1], shared)) {
                            System.out.println(second.things().countThings());
                            boolean one = FIRST.builder().getClass() == generated.OddClient.builder().getClass();
                            System.out.println(ClientBuilder.class.getPackageName() + (one ? " in one place" : " twice"));
                        }
                        System.exit(0);
                    }
                }
                """.replace("FIRST", name);
    }

    private static List<String> run(String name, String... arguments) throws Exception {
        HttpServer things = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        things.createContext("/things", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, 1);
            exchange.getResponseBody().write('7');
            exchange.close();
        });
        things.start();
        try {
            List<String> command = new ArrayList<>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(Arrays.asList(arguments));
            String second = "http://127.0.0.1:" + things.getAddress().getPort();
            command.addAll(List.of("http://127.0.0.1:1", second));
            return Program.run(new ProcessBuilder(command), folder.resolve(name + ".txt"));
        } finally {
            things.stop(0);
        }
    }

    private static List<Path> javaFiles(Path sources) throws IOException {
        try (Stream<Path> tree = Files.walk(sources)) {
            return tree.filter(path -> path.toString().endsWith(".java")).toList();
        }
    }

    private static void compile(Path classes, String kind, String path, List<Path> sources) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter complaints = new StringWriter();
        List<String> options =
                List.of("-d", classes.toString(), kind, path, "--release", "17", "-proc:none", "-nowarn");
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            boolean compiles = compiler.getTask(
                            complaints, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
                    .call();
            assertThat(compiles).as(complaints.toString()).isTrue();
        }
    }
}
