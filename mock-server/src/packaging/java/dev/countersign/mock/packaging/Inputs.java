package dev.countersign.mock.packaging;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * All that the packaged server is made from, except the contract, which every start reads anew: the server is the same for
 * every contract.
 *
 * @param root the repository's folder
 */
record Inputs(Path root) {
    private static final List<String> POMS = List.of("pom.xml", "openapi/pom.xml", "mock-server/pom.xml");
    private static final List<String> SOURCES =
            List.of(".mvn", "openapi/src/main", "mock-server/src/main", "mock-server/src/packaging", "mock-server/npm");
    private static final Pattern SETTING = Pattern.compile("\\$\\{([\\w.-]+)}");
    /** Those that each start reads anew, and those that the JVM has itself. */
    private static final Pattern ELSEWHERE = Pattern.compile("(mock|contract|client|java)\\..*|contract");

    /** The inputs by name: files by a sum of their content, settings by their value. */
    Map<String, String> state() throws IOException, InterruptedException {
        Map<String, String> state = new TreeMap<>();
        for (Path path : paths()) {
            if (Files.isRegularFile(path)) {
                state.put(root.relativize(path).toString(), sum(Files.readAllBytes(path)));
            }
        }
        state.put("Java", System.getProperty("java.home") + " " + Runtime.version());
        state.put("the commit", commit());
        state.putAll(settings());
        return state;
    }

    /** Whether all of them were there before a moment. What was deleted after it shows in the folder's time. */
    boolean areOlderThan(Instant moment) throws IOException {
        for (Path path : paths()) {
            if (!Files.getLastModifiedTime(path).toInstant().isBefore(moment)) {
                return false;
            }
        }
        return true;
    }

    /** All files, and the folders that they are in. */
    private List<Path> paths() throws IOException {
        List<Path> paths = new ArrayList<>();
        for (String pom : POMS) {
            paths.add(root.resolve(pom));
        }
        for (String source : SOURCES) {
            try (Stream<Path> all = Files.walk(root.resolve(source))) {
                all.forEach(paths::add);
            }
        }
        return paths;
    }

    /** What the POMs ask for and the command line has set, such as {@code -Djetty.version=…}: Maven keeps it in its JVM. */
    private Map<String, String> settings() throws IOException {
        Map<String, String> settings = new TreeMap<>();
        for (String pom : POMS) {
            Matcher names = SETTING.matcher(Files.readString(root.resolve(pom)));
            while (names.find()) {
                String value = System.getProperty(names.group(1));
                if (value != null && !ELSEWHERE.matcher(names.group(1)).matches()) {
                    settings.put("-D" + names.group(1), sum(value.getBytes(StandardCharsets.UTF_8)));
                }
            }
        }
        return settings;
    }

    /** The server tells it with its version; without git it tells none. */
    private String commit() throws InterruptedException {
        try {
            Process git = new ProcessBuilder("git", "rev-parse", "HEAD")
                    .directory(root.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String commit = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return git.waitFor() == 0 ? commit : "";
        } catch (IOException e) {
            return "";
        }
    }

    private static String sum(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
