package dev.countersign.mock.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where figures were taken.
 *
 * @param processor its model, as the system names it
 * @param cores how many this process may use
 * @param memoryMegabytes how much the machine has; 0 where the system does not tell
 * @param system name and version of the kernel
 * @param java the JVM of the benchmark, and of every server that is a Java program
 */
record Machine(String processor, int cores, long memoryMegabytes, String system, String java) {
    static Machine here() throws IOException {
        String memory = line("/proc/meminfo", "MemTotal").replaceAll("[^0-9]", "");
        return new Machine(
                line("/proc/cpuinfo", "model name"),
                Runtime.getRuntime().availableProcessors(),
                memory.isEmpty() ? 0 : Long.parseLong(memory) / 1024,
                System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                        + System.getProperty("os.arch"),
                System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"));
    }

    private static String line(String file, String key) throws IOException {
        Path path = Path.of(file);
        if (Files.exists(path)) {
            for (String line : Files.readAllLines(path)) {
                if (line.startsWith(key)) {
                    return line.substring(line.indexOf(':') + 1).trim();
                }
            }
        }
        return "";
    }
}
