package dev.countersign.maven;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import javax.lang.model.SourceVersion;

/**
 * What the stock generator is given for a contract.
 *
 * @param folder where the contract was built
 * @param names the contract's names, as {@code contract.properties} has them
 */
record GeneratorSettings(Path folder, Map<String, String> names) {
    GeneratorSettings {
        names = Map.copyOf(names);
    }

    /** Of the contract that was built in a folder. */
    static GeneratorSettings in(Path folder) throws IOException {
        Properties properties = new Properties();
        properties.load(new StringReader(Files.readString(folder.resolve("contract.properties"))));
        Map<String, String> names = new LinkedHashMap<>();
        properties.stringPropertyNames().forEach(key -> names.put(key, properties.getProperty(key)));
        return new GeneratorSettings(folder, names);
    }

    /** The same with a package below a Maven group, where the group's name is one of a package. */
    GeneratorSettings inGroup(String group) {
        String last = packageName().substring(packageName().lastIndexOf('.') + 1);
        String below = group + "." + last;
        return SourceVersion.isName(below) ? with("contract.package", below) : this;
    }

    /** The same with these names in the pact, where they are not empty. */
    GeneratorSettings withPact(String consumer, String provider) {
        GeneratorSettings named = consumer.isEmpty() ? this : with("pact.consumer", consumer);
        return provider.isEmpty() ? named : named.with("pact.provider", provider);
    }

    private GeneratorSettings with(String key, String value) {
        Map<String, String> more = new LinkedHashMap<>(names);
        more.put(key, value);
        return new GeneratorSettings(folder, more);
    }

    /** Writes names and settings, each only where it has changed. */
    void write() throws IOException {
        StringWriter text = new StringWriter();
        new TreeMap<>(names)
                .forEach((key, value) ->
                        text.append(key).append('=').append(value).append('\n'));
        replace(folder.resolve("contract.properties"), text.toString());
        replace(settings(), template());
    }

    /** What a pom reads: {@code contract.name} and its like, and where the generator finds what it needs. */
    Map<String, String> properties() {
        Map<String, String> all = new LinkedHashMap<>(names);
        all.put("contract.dir", folder.toString());
        all.put("contract.folder", packageName().replace('.', '/'));
        all.put("countersign.input", folder.resolve("generator-input.json").toString());
        all.put("countersign.settings", settings().toString());
        all.put(
                "countersign.files",
                name() + "Client.java," + name()
                        + "Examples.java,package-info.java,module-info.java,reachability-metadata.json,README.md");
        // What has not changed is not compiled anew for having been written anew.
        all.put("openapi.generator.maven.plugin.minimalUpdate", "true");
        // The generator would write tests for a client that it does not generate.
        all.put("openapi.generator.maven.plugin.generateApiTests", "false");
        all.put("openapi.generator.maven.plugin.generateModelTests", "false");
        return all;
    }

    private Path settings() {
        return folder.resolve("client.yaml");
    }

    private String template() throws IOException {
        try (InputStream settings = GeneratorSettings.class.getResourceAsStream("/countersign/client.yaml")) {
            // The version makes a client of another version of the templates another client.
            return "# Written by countersign-maven-plugin " + Toolkit.version() + ".\n"
                    + new String(Objects.requireNonNull(settings).readAllBytes(), StandardCharsets.UTF_8)
                            .replace("${contract.package}", packageName())
                            .replace("${contract.folder}", packageName().replace('.', '/'))
                            .replace("${contract.name}", name());
        }
    }

    private String name() {
        return Objects.requireNonNull(names.get("contract.name"));
    }

    String packageName() {
        return Objects.requireNonNull(names.get("contract.package"));
    }

    private static void replace(Path file, String text) throws IOException {
        if (Files.notExists(file) || !Files.readString(file).equals(text)) {
            Files.writeString(file, text);
        }
    }
}
