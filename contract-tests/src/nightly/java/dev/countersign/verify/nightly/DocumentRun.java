package dev.countersign.verify.nightly;

import dev.countersign.openapi.build.ContractBuild;
import dev.countersign.openapi.build.Gate;
import dev.countersign.openapi.contract.ContractException;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * What came of one document.
 *
 * @param seconds by phase: contract, client, compiler, verification
 * @param failures how many of each kind; empty when the document is green
 */
record DocumentRun(
        String document, int operations, int interactions, List<Double> seconds, Map<String, Integer> failures) {
    static final String HEADING =
            "| document | operations | contract s | client s | javac s | verify s | interactions | failures by kind |";
    private static final Pattern COUNT = Pattern.compile("([0-9]+) operations, ([0-9]+) documented cases");
    private static final Pattern FAILURE =
            Pattern.compile("<testcase classname=\"verification\\.([a-z]+)\" name=\"([^:\"]*)" + ":[^>]*>\\s*<failure");

    static DocumentRun of(Path document, Path work) throws IOException, InterruptedException {
        List<Double> seconds = new ArrayList<>();
        Map<String, Integer> failures = new LinkedHashMap<>();
        String name = document.getFileName().toString().matches("(openapi|api)\\.yaml")
                ? document.getParent().getFileName() + "/"
                : document.getFileName().toString();
        Matcher count = COUNT.matcher("0 operations, 0 documented cases");
        count.find();
        try {
            timed(seconds, () -> new ContractBuild(document, document, work, Gate.LENIENT, "", "").run());
            timed(seconds, () -> ClientSources.generate(work));
            timed(seconds, () -> compile(work));
            String said = timed(seconds, () -> verify(work));
            Matcher found = COUNT.matcher(said);
            if (found.find()) {
                count = found;
                failures.putAll(kinds(work));
            } else {
                failures.put("no verdict: " + said.lines().reduce("", (a, b) -> b), 1);
            }
        } catch (ContractException e) {
            failures.put("refused: " + e.problems().get(0), 1);
        } catch (Exception e) {
            failures.put(String.valueOf(e.getMessage()).lines().findFirst().orElse(""), 1);
        }
        return new DocumentRun(
                name, Integer.parseInt(count.group(1)), Integer.parseInt(count.group(2)), seconds, failures);
    }

    String row() {
        String times = Stream.concat(
                        seconds.stream().map(each -> String.format(Locale.ROOT, "%.1f", each)),
                        Stream.generate(() -> "-"))
                .limit(4)
                .collect(Collectors.joining(" | "));
        return "| " + document + " | " + operations + " | " + times + " | " + interactions + " | "
                + failures.entrySet().stream()
                        .map(each -> each.getKey().replace("|", "\\|") + ": " + each.getValue())
                        .collect(Collectors.joining("; "))
                + " |";
    }

    private interface Phase<T> {
        T run() throws Exception;
    }

    private static <T> T timed(List<Double> seconds, Phase<T> phase) throws Exception {
        long start = System.nanoTime();
        try {
            return phase.run();
        } finally {
            seconds.add((System.nanoTime() - start) / 1e9);
        }
    }

    private static String compile(Path work) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                "-nowarn",
                "-proc:none",
                "-d",
                work.resolve("classes").toString(),
                "-cp",
                classPath(),
                "--release",
                "17"));
        try (Stream<Path> files = Files.walk(work.resolve("client/src/main/java"))) {
            files.filter(file -> file.toString().endsWith(".java"))
                    .map(Path::toString)
                    .forEach(arguments::add);
        }
        java.io.ByteArrayOutputStream said = new java.io.ByteArrayOutputStream();
        if (ToolProvider.getSystemJavaCompiler().run(null, said, said, arguments.toArray(String[]::new)) != 0) {
            throw new IllegalStateException("the client does not compile: " + said.toString(StandardCharsets.UTF_8));
        }
        return "";
    }

    private static String verify(Path work) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Dorg.slf4j.simpleLogger.defaultLogLevel=error",
                        "-Dorg.slf4j.simpleLogger.log.au.com.dius.pact.consumer=off",
                        "-cp",
                        work.resolve("classes") + File.pathSeparator + classPath(),
                        "dev.countersign.verify.Main",
                        "verify",
                        "contract.dir=" + work,
                        "build.dir=" + work)
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        Files.writeString(work.resolve("verification.txt"), said);
        return said;
    }

    private static Map<String, Integer> kinds(Path work) throws IOException {
        Map<String, Integer> kinds = new LinkedHashMap<>();
        try (Stream<Path> files = Files.list(work.resolve("failsafe-reports"))) {
            for (Path file : files.sorted().toList()) {
                Matcher failure = FAILURE.matcher(Files.readString(file));
                while (failure.find()) {
                    kinds.merge(failure.group(2), 1, Integer::sum);
                }
            }
        }
        return kinds;
    }

    private static String classPath() {
        return System.getProperty("nightly.classpath", System.getProperty("java.class.path"));
    }
}
