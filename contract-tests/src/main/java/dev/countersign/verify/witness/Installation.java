package dev.countersign.verify.witness;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * The witnesses, which are programs for Node, in a folder: installed as the lock file says, unless exactly that is
 * installed already, so that a second run needs no network.
 *
 * @param home the folder; absent where no witnesses are asked for
 */
public record Installation(Optional<Path> home) {
    private static final List<String> FILES = List.of("package.json", "package-lock.json");
    private static final String NAMES = "Prism and openapi-pact-comparator";

    /** Installs them where that is needed; says why they cannot be asked, or nothing. */
    public Optional<String> absence() {
        if (home.isEmpty()) {
            return Optional.of(NAMES + " were not asked; with Node, -Dwitnesses lets them join");
        }
        if (run(home.get(), List.of("node", "--version")).isPresent()) {
            return Optional.of(NAMES + " were not asked: they need Node, and there is none on the PATH");
        }
        try {
            return install(home.get())
                    .map(reason -> NAMES + " were not asked: npm cannot install them in " + home.get() + ": " + reason);
        } catch (IOException e) {
            return Optional.of(
                    NAMES + " were not asked: they cannot be installed in " + home.get() + ": " + e.getMessage());
        }
    }

    private static Optional<String> install(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (String file : FILES) {
            try (InputStream ours = Objects.requireNonNull(Installation.class.getResourceAsStream(file))) {
                byte[] content = ours.readAllBytes();
                if (Files.notExists(folder.resolve(file))) {
                    Files.write(folder.resolve(file), content);
                }
            }
        }
        Path stamp = folder.resolve("node_modules/.installed-lock");
        String wanted = hash(Files.readAllBytes(folder.resolve("package-lock.json")));
        if (Files.exists(stamp) && Files.readString(stamp).equals(wanted)) {
            return Optional.empty();
        }
        System.out.println("contract tests: installing " + NAMES + " with npm ci in " + folder);
        String npm = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("windows") ? "npm.cmd" : "npm";
        Optional<String> failure =
                run(folder, List.of(npm, "ci", "--no-progress", "--ignore-scripts", "--no-audit", "--no-fund"));
        if (failure.isEmpty()) {
            Files.writeString(stamp, wanted);
        }
        return failure;
    }

    /** The last line of a command that fails; absent when it does not. */
    private static Optional<String> run(Path folder, List<String> command) {
        try {
            Files.createDirectories(folder);
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return process.waitFor() == 0
                    ? Optional.empty()
                    : Optional.of(said.lines()
                            .filter(line -> line.contains("error"))
                            .findFirst()
                            .orElse(said));
        } catch (IOException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("interrupted");
        }
    }

    private static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
