package dev.countersign.verify.nightly;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.openapitools.codegen.DefaultGenerator;
import org.openapitools.codegen.config.CodegenConfigurator;
import org.openapitools.codegen.config.GlobalSettings;

/** The client of a contract, generated as the stock plugin does it. */
final class ClientSources {
    private ClientSources() {}

    /** Generates it into the folder {@code client} beside what the contract's build has written. */
    static String generate(Path work) throws IOException {
        Properties names = new Properties();
        names.load(new StringReader(Files.readString(work.resolve("contract.properties"))));
        String packageName = names.getProperty("contract.package");
        Path settings = work.resolve("client.yaml");
        try (InputStream template = ClientSources.class.getResourceAsStream("/countersign/client.yaml")) {
            Files.writeString(
                    settings,
                    new String(Objects.requireNonNull(template).readAllBytes(), StandardCharsets.UTF_8)
                            .replace("${contract.package}", packageName)
                            .replace("${contract.folder}", packageName.replace('.', '/'))
                            .replace("${contract.name}", names.getProperty("contract.name")));
        }
        CodegenConfigurator configurator = CodegenConfigurator.fromFile(settings.toString());
        configurator.setInputSpec(work.resolve("generator-input.json").toString());
        configurator.setOutputDir(work.resolve("client").toString());
        configurator.setTemplateDir("countersign");
        GlobalSettings.setProperty("apis", "");
        GlobalSettings.setProperty("models", "");
        GlobalSettings.setProperty(
                "supportingFiles", names.getProperty("contract.name") + "Client.java,package-info.java");
        for (String off : List.of("apiTests", "modelTests", "apiDocs", "modelDocs")) {
            GlobalSettings.setProperty(off, "false");
        }
        PrintStream out = System.out;
        System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        try {
            new DefaultGenerator().opts(configurator.toClientOptInput()).generate();
        } finally {
            System.setOut(out);
        }
        return packageName;
    }
}
