package dev.countersign.maven;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A program of the toolkit in a process of its own, so that neither Maven's class path nor its settings reach it.
 *
 * @param classPath what it is loaded from
 * @param options of the JVM
 * @param main its main class
 */
record JavaProcess(List<String> classPath, List<String> options, String main) {
    JavaProcess {
        classPath = List.copyOf(classPath);
        options = List.copyOf(options);
    }

    /** How it is started; the class path travels in a file, because of systems where a command line is short. */
    ProcessBuilder command(Path folder, List<String> arguments) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve(main.substring(main.lastIndexOf('.') + 1) + ".classpath");
        String path =
                String.join(File.pathSeparator, classPath).replace("\\", "\\\\").replace("\"", "\\\"");
        Files.writeString(file, "-cp \"" + path + "\"\n");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.add("@" + file);
        command.add(main);
        command.addAll(arguments);
        return new ProcessBuilder(command);
    }
}
