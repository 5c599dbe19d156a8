package dev.countersign.maven;

import java.io.File;
import java.util.Map;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;

/** Writes the pact, and lets the generated client keep every interaction of it. <code>verify</code> does so too. */
@Mojo(
        name = "pact",
        defaultPhase = LifecyclePhase.TEST,
        requiresDependencyResolution = ResolutionScope.TEST,
        threadSafe = true)
public final class PactMojo extends AbstractMojo {
    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    @Inject
    private RepositorySystem system;

    /** Where the contract was built. */
    @Parameter(property = "contract.dir", defaultValue = "${project.build.directory}/countersign")
    private File directory;

    /** Where the pact is written, in the folder <code>pacts</code>. */
    @Parameter(defaultValue = "${project.build.directory}", readonly = true)
    private File build;

    /** Where JUnit's XML is written. */
    @Parameter(defaultValue = "${project.build.directory}/surefire-reports")
    private File results;

    /** Whether examples that pair with nothing, and operations without a case, are errors. */
    @Parameter(property = "examples.strict", defaultValue = "false")
    private boolean strictExamples;

    /** Whether no pact is written. */
    @Parameter(property = "skipTests", defaultValue = "false")
    private boolean skipTests;

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        if (skipTests) {
            return;
        }
        Toolkit toolkit = new Toolkit(system, session.getRepositorySession(), project);
        VerificationRun run = new VerificationRun(toolkit, directory.toPath(), getLog());
        boolean kept = run.run(
                "pact",
                Map.of(
                        "contract.dir", directory.toString(),
                        "build.dir", build.toString(),
                        "results.dir", results.toString(),
                        "examples.strict", Boolean.toString(strictExamples),
                        "again", Invocation.again(session)));
        if (!kept) {
            throw new MojoFailureException(
                    "The client does not keep the pact; see " + build + "/verification/report.html");
        }
    }
}
