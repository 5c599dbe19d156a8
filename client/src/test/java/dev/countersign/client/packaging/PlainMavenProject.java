package dev.countersign.client.packaging;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;

/**
 * A project whose pom names the client and nothing else. Maven builds it with a local repository that is empty: the client
 * comes from a repository with the packaged jar and the pom that is published with it, all else from what this build has
 * downloaded, so that the network is not needed.
 */
final class PlainMavenProject {
    private final Path folder;

    private PlainMavenProject(Path folder) {
        this.folder = folder;
    }

    static PlainMavenProject in(Path folder, ClientJar client) throws IOException {
        Path published = folder.resolve("published");
        publish(client.file(), "client", client.version(), published);
        publish(Path.of(System.getProperty("runtime.jar")), "countersign-client-runtime", client.version(), published);
        Files.writeString(folder.resolve("pom.xml"), PROJECT.formatted(client.version()));
        Files.writeString(
                folder.resolve("settings.xml"),
                SETTINGS.formatted(
                        folder.resolve("repository"),
                        Path.of(System.getProperty("maven.libraries")).toUri(),
                        published.toUri()));
        PlainMavenProject project = new PlainMavenProject(folder);
        Files.createDirectories(project.sources());
        return project;
    }

    /** Puts a jar into a repository, as a release does, with the pom that is packed into it. */
    static void publish(Path jar, String artifact, String version, Path repository) throws IOException {
        Path folder = Files.createDirectories(
                repository.resolve("dev/countersign").resolve(artifact).resolve(version));
        String name = artifact + "-" + version;
        Files.copy(jar, folder.resolve(name + ".jar"));
        Files.writeString(folder.resolve(name + ".pom"), publishedPom(jar, artifact));
    }

    /** The pom that goes with the jar into a repository; it is packed into the jar, too. */
    static String publishedPom(Path file, String artifact) throws IOException {
        String entry = "META-INF/maven/dev.countersign/" + artifact + "/pom.xml";
        try (JarFile jar = new JarFile(file.toFile());
                InputStream pom = jar.getInputStream(jar.getEntry(entry))) {
            return new String(pom.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    Path sources() {
        return folder.resolve("src/main/java/consumer");
    }

    /** Builds it, and tells the class path that it runs with. */
    String build() throws IOException, InterruptedException {
        boolean windows = File.separatorChar == '\\';
        Path classPath = folder.resolve("class-path.txt");
        String settings = folder.resolve("settings.xml").toString();
        String plugins = "org.apache.maven.plugins:maven-";
        ProcessBuilder maven = new ProcessBuilder(
                        Path.of(System.getProperty("maven.home"), "bin", windows ? "mvn.cmd" : "mvn")
                                .toString(),
                        "--batch-mode",
                        "--quiet",
                        "--settings",
                        settings,
                        "--global-settings",
                        settings,
                        plugins + "compiler-plugin:" + System.getProperty("maven.compiler") + ":compile",
                        plugins + "dependency-plugin:" + System.getProperty("maven.dependencies") + ":build-classpath",
                        "-Dmaven.compiler.release=17",
                        "-Dmdep.includeScope=runtime",
                        "-Dmdep.outputFile=" + classPath)
                .directory(folder.toFile());
        Map<String, String> environment = maven.environment();
        environment.keySet().removeAll(List.of("MAVEN_ARGS", "MAVEN_CONFIG"));
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("MAVEN_OPTS", "-XX:TieredStopAtLevel=1");
        Program.run(maven, folder.resolve("maven.txt"));
        return folder.resolve("target/classes")
                + File.pathSeparator
                + Files.readString(classPath).strip();
    }

    private static final String PROJECT = """
            <project xmlns="http://maven.apache.org/POM/4.0.0">
              <modelVersion>4.0.0</modelVersion>
              <groupId>com.example</groupId>
              <artifactId>consumer</artifactId>
              <version>1</version>
              <dependencies>
                <dependency>
                  <groupId>dev.countersign</groupId>
                  <artifactId>client</artifactId>
                  <version>%s</version>
                </dependency>
              </dependencies>
            </project>
            """;

    private static final String SETTINGS = """
            <settings>
              <localRepository>%s</localRepository>
              <mirrors>
                <mirror>
                  <id>downloaded</id>
                  <mirrorOf>*,!published</mirrorOf>
                  <url>%s</url>
                </mirror>
              </mirrors>
              <profiles>
                <profile>
                  <id>published</id>
                  <repositories>
                    <repository>
                      <id>published</id>
                      <url>%s</url>
                    </repository>
                  </repositories>
                </profile>
              </profiles>
              <activeProfiles>
                <activeProfile>published</activeProfile>
              </activeProfiles>
            </settings>
            """;
}
