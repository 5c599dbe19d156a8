package dev.countersign.maven;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Ends the build when a <code>verify</code> with <code>reportOnly</code> has found that the contract is not kept. Between
 * the two, results can be published, green or red.
 */
@Mojo(name = "verdict", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public final class VerdictMojo extends AbstractMojo {
    /** Where the report was written. */
    @Parameter(defaultValue = "${project.build.directory}", readonly = true)
    private File build;

    /** Whether nothing was verified. */
    @Parameter(property = "skipTests", defaultValue = "false")
    private boolean skipTests;

    /** Whether nothing was verified. */
    @Parameter(property = "skipITs", defaultValue = "false")
    private boolean skipITs;

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        Path verdict = file(build);
        try {
            if (!skipTests
                    && !skipITs
                    && Files.exists(verdict)
                    && !Files.readString(verdict).equals("kept")) {
                throw new MojoFailureException("The contract is not kept; see " + build + "/verification/report.html");
            }
        } catch (IOException e) {
            throw new MojoExecutionException("The verdict cannot be read: " + e.getMessage(), e);
        }
    }

    /** Forgets the last verdict, which a run that is broken off must not leave behind. */
    static void forget(File build) throws MojoExecutionException {
        try {
            Files.deleteIfExists(file(build));
        } catch (IOException e) {
            throw new MojoExecutionException("The last verdict cannot be deleted: " + e.getMessage(), e);
        }
    }

    /** Remembers a verdict. */
    static void remember(File build, boolean kept) throws MojoExecutionException {
        try {
            Files.writeString(file(build), kept ? "kept" : "broken");
        } catch (IOException e) {
            throw new MojoExecutionException("The verdict cannot be written: " + e.getMessage(), e);
        }
    }

    private static Path file(File build) {
        return build.toPath().resolve("verification").resolve("verdict.txt");
    }
}
