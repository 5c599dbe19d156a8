package dev.countersign.verify.plugin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A local repository in which the toolkit is installed as this build has packaged it; all else is linked from what this
 * build has downloaded, so that the network is not needed.
 */
final class ToolkitRepository {
    private static final String GROUP = "dev/countersign";
    /** Each artifact's module, relative to the repository's root. */
    private static final Map<String, String> MODULES = Map.of(
            "countersign", "",
            "openapi", "openapi",
            "mock-server", "mock-server",
            "countersign-client-runtime", "client/runtime",
            "countersign-client-templates", "client/templates",
            "countersign-maven-plugin", "contract-tests/maven-plugin",
            "contract-tests", "contract-tests");

    private ToolkitRepository() {}

    static Path install(Path folder, Path downloaded, Path root, String version) throws IOException {
        link(downloaded, folder, "dev");
        link(downloaded.resolve("dev"), folder.resolve("dev"), "countersign");
        for (Map.Entry<String, String> module : MODULES.entrySet()) {
            String name = module.getKey() + "-" + version;
            Path target = Files.createDirectories(
                    folder.resolve(GROUP).resolve(module.getKey()).resolve(version));
            Path source = root.resolve(module.getValue());
            Files.copy(source.resolve("target/published-pom.xml"), target.resolve(name + ".pom"));
            Path jar = source.resolve("target").resolve(name + ".jar");
            if (Files.exists(jar)) {
                Files.copy(jar, target.resolve(name + ".jar"));
            }
        }
        return folder;
    }

    /** Links every entry of a folder, but for one. */
    private static void link(Path from, Path to, String without) throws IOException {
        Files.createDirectories(to);
        if (Files.notExists(from)) {
            return;
        }
        try (Stream<Path> entries = Files.list(from)) {
            for (Path each : entries.filter(
                            entry -> !entry.getFileName().toString().equals(without))
                    .toList()) {
                Files.createSymbolicLink(to.resolve(each.getFileName()), each.toAbsolutePath());
            }
        }
    }
}
