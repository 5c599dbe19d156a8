package dev.countersign.client.packaging;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The client as it is packaged, with the libraries that it brings along.
 *
 * @param file the jar
 * @param libraries the jars that a consumer gets with it
 * @param packageName where the generated client is, which is the name of its module too
 * @param contractName what the generated client is called after
 * @param version of the client, as published
 */
record ClientJar(Path file, String libraries, String packageName, String contractName, String version) {

    /** The one that this build has just made. */
    static ClientJar ofThisBuild() throws IOException {
        return new ClientJar(
                Path.of(System.getProperty("client.jar")),
                Files.readString(Path.of("target/runtime-classpath.txt")).strip(),
                System.getProperty("contract.package"),
                System.getProperty("contract.name"),
                System.getProperty("client.version"));
    }

    String clientName() {
        return contractName;
    }

    /** Everything that a consumer has on its class path or module path. */
    String path() {
        return file + File.pathSeparator + libraries;
    }
}
