package dev.countersign.maven;

import java.io.File;
import java.util.LinkedHashMap;
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
import org.jspecify.annotations.Nullable;

/**
 * Verifies the contract: its client, its pact, and our mock server or the provider that <code>-Dprovider.url</code>
 * names. The report is <code>verification/report.html</code>; each check is a test case in JUnit's XML.
 */
@Mojo(
        name = "verify",
        defaultPhase = LifecyclePhase.VERIFY,
        requiresDependencyResolution = ResolutionScope.TEST,
        threadSafe = true)
public final class VerifyMojo extends AbstractMojo {
    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    @Inject
    private RepositorySystem system;

    /** Where the contract was built. */
    @Parameter(property = "contract.dir", defaultValue = "${project.build.directory}/countersign")
    private File directory;

    /** Where report, pacts and tables are written. */
    @Parameter(defaultValue = "${project.build.directory}", readonly = true)
    private File build;

    /** Where JUnit's XML is written. */
    @Parameter(defaultValue = "${project.build.directory}/failsafe-reports")
    private File results;

    /** Where document, pact and client's API of the last release lie; is passed over when it is not there. */
    @Parameter(property = "baseline.dir", defaultValue = "${project.basedir}/baseline")
    private File baseline;

    /** Whether the current contract becomes the released one. */
    @Parameter(property = "baseline.update")
    private @Nullable String updateBaseline;

    /** Whether Prism and openapi-pact-comparator, which need Node, are asked too. */
    @Parameter(property = "witnesses", defaultValue = "false")
    private String witnesses;

    /** Where they are installed, once. */
    @Parameter(defaultValue = "${settings.localRepository}/dev/countersign/witnesses")
    private File witnessDirectory;

    /** Whether what they cannot judge is an error. */
    @Parameter(property = "witness.strict", defaultValue = "false")
    private boolean strictWitnesses;

    /** Whether examples that pair with nothing, and operations without a case, are errors. */
    @Parameter(property = "examples.strict", defaultValue = "false")
    private boolean strictExamples;

    /** Whether faults are planted, to see that each is noticed. */
    @Parameter(property = "mutation", defaultValue = "false")
    private String mutation;

    /** The jar of a packaged mock server, which then is a process of its own. */
    @Parameter(property = "mock.jar")
    private @Nullable File mockJar;

    /** Whether a broken contract does not end the build here, but at <code>verdict</code>, after what is published. */
    @Parameter(defaultValue = "false")
    private boolean reportOnly;

    /** Whether nothing is verified. */
    @Parameter(property = "skipTests", defaultValue = "false")
    private boolean skipTests;

    /** Whether nothing is verified. */
    @Parameter(property = "skipITs", defaultValue = "false")
    private boolean skipITs;

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        if (skipTests || skipITs) {
            getLog().info("The contract is not verified.");
            return;
        }
        Toolkit toolkit = new Toolkit(system, session.getRepositorySession(), project);
        VerificationRun run = new VerificationRun(toolkit, directory.toPath(), getLog());
        VerdictMojo.forget(build);
        boolean kept = run.run("verify", settings());
        VerdictMojo.remember(build, kept);
        if (!kept && !reportOnly) {
            throw new MojoFailureException("The contract is not kept; see " + build + "/verification/report.html");
        }
    }

    private Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>(Invocation.providerAndPacts(session, project));
        settings.put("root.dir", session.getExecutionRootDirectory());
        settings.put("contract.dir", directory.toString());
        settings.put("build.dir", build.toString());
        settings.put("results.dir", results.toString());
        settings.put("examples.strict", Boolean.toString(strictExamples));
        settings.put("witness.strict", Boolean.toString(strictWitnesses));
        settings.put("again", Invocation.again(session));
        boolean updates = updateBaseline != null && !updateBaseline.equals("false");
        if (new File(baseline, "contract.json").isFile() || updates) {
            settings.put("baseline.dir", baseline.toString());
            settings.put("baseline.update", Boolean.toString(updates));
        }
        if (!witnesses.equals("false")) {
            settings.put("witnesses.dir", witnessDirectory.toString());
        }
        if (!mutation.equals("false")) {
            settings.put("mutation", "true");
        }
        if (mockJar != null) {
            settings.put("mock.jar", mockJar.toString());
        }
        return settings;
    }
}
