package dev.countersign.client.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is in the jar that consumers get. */
class ClientJarIT {
    private static final String CLASS = ".class";

    private final ClientJar client = ClientJar.ofThisBuild();

    ClientJarIT() throws Exception {}

    @Test
    void isAModuleThatHoldsWhatItsContractSaysAndNothingOfTheRuntime() throws Exception {
        ModuleDescriptor module = ModuleFinder.of(client.file())
                .find(client.packageName())
                .orElseThrow()
                .descriptor();

        assertThat(module.isAutomatic()).isFalse();
        assertThat(module.exports().stream().map(ModuleDescriptor.Exports::source))
                .contains(client.packageName(), client.packageName() + ".model")
                .allMatch(name -> name.startsWith(client.packageName()));
        assertThat(module.requires().stream().map(ModuleDescriptor.Requires::name))
                .contains("dev.countersign.client");
        try (JarFile jar = new JarFile(client.file().toFile())) {
            String packages = client.packageName().replace('.', '/') + "/";
            assertThat(jar.stream().map(JarEntry::getName).filter(name -> name.endsWith(CLASS)))
                    .allMatch(name -> name.startsWith(packages) || name.equals("module-info.class"));
        }
    }

    /** It can be read without this build's parent, and names nothing that only this build needs. */
    @Test
    void isPublishedWithAPomOfItsOwn() throws Exception {
        assertThat(PlainMavenProject.publishedPom(client.file(), "client"))
                .contains(
                        "<artifactId>client</artifactId>",
                        "<artifactId>countersign-client-runtime</artifactId>",
                        "<name>Apache-2.0</name>")
                .doesNotContain("<parent>", "${", "<scope>test</scope>", "<build>", "<repositories>", "mock-server");
    }

    /** Every file has the date that the pom says, and none tells anything of the machine that made it. */
    @Test
    void holdsNothingThatAnotherBuildWouldWriteDifferently() throws Exception {
        LocalDateTime built = LocalDateTime.ofInstant(Instant.parse(System.getProperty("built.at")), ZoneOffset.UTC);
        String here = Path.of("").toAbsolutePath().getParent().toString();
        try (JarFile jar = new JarFile(client.file().toFile())) {
            List<JarEntry> entries = jar.stream().toList();
            assertThat(entries).isNotEmpty();
            for (JarEntry entry : entries) {
                assertThat(entry.getTimeLocal()).as(entry.getName()).isEqualTo(built);
                assertThat(text(jar, entry)).as(entry.getName()).doesNotContain(here);
            }
            assertThat(text(jar, jar.getJarEntry(JarFile.MANIFEST_NAME))).doesNotContain("Built-By", "Build-Jdk:");
        }
    }

    @Test
    void tellsNativeImageOfEveryClassThatJacksonReachesAndOfNoOther() throws Exception {
        try (JarFile jar = new JarFile(client.file().toFile())) {
            Set<String> told = new TreeSet<>();
            for (JsonNode entry : JsonMapper.shared()
                    .readTree(text(
                            jar,
                            jar.getJarEntry("META-INF/native-image/" + client.packageName()
                                    + "/client/reachability-metadata.json")))
                    .path("reflection")) {
                JsonNode type = entry.path("type");
                told.add(
                        type.isString()
                                ? type.stringValue()
                                : type.path("proxy").path(0).stringValue());
            }
            Set<String> classes = jar.stream()
                    .map(JarEntry::getName)
                    .filter(name -> name.endsWith(CLASS))
                    .map(name ->
                            name.substring(0, name.length() - CLASS.length()).replace('/', '.'))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(classes).containsAll(told);

            Pattern reached = Pattern.compile(Pattern.quote(client.packageName())
                    + "\\.(model\\.(?!package-info$).+(?<!Exception)|api\\..+\\$Endpoints)");
            classes.removeIf(name -> !reached.matcher(name).matches());
            assertThat(told).containsAll(classes);
        }
    }

    private static String text(JarFile jar, JarEntry entry) throws Exception {
        try (InputStream content = jar.getInputStream(entry)) {
            return new String(content.readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }
}
