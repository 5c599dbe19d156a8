package dev.countersign.maven;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
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
 * Says what has changed since a released document, and fails when consumers break and the version does not announce it.
 * Unlike <code>verify</code> it needs neither client nor pact.
 */
@Mojo(
        name = "diff",
        defaultPhase = LifecyclePhase.VALIDATE,
        requiresDependencyResolution = ResolutionScope.TEST,
        threadSafe = true)
public final class DiffMojo extends AbstractMojo {
    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    @Inject
    private RepositorySystem system;

    /** The OpenAPI document: a path, relative to the module. */
    @Parameter(property = "contract")
    private @Nullable File contract;

    /**
     * The released document: a file, <code>git:REVISION</code> for the same file at a revision of git, <code>REVISION:PATH</code>, or the Maven
     * coordinates <code>group:artifact:version</code> of a client that holds its contract.
     */
    @Parameter(property = "released", defaultValue = "baseline/contract.json")
    private String released;

    /** Where the draft of the changelog is written. */
    @Parameter(defaultValue = "${project.build.directory}", readonly = true)
    private File build;

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        Path document = Invocation.contract(contract);
        Toolkit toolkit = new Toolkit(system, session.getRepositorySession(), project);
        try {
            String before = new ReleasedDocument(released, project.getBasedir().toPath())
                    .fetch(toolkit, build.toPath().resolve("countersign/released"));
            boolean compatible = new VerificationRun(toolkit, build.toPath().resolve("countersign"), getLog())
                    .run(
                            "diff",
                            Map.of(
                                    "released", before,
                                    "current", document.toString(),
                                    "build.dir", build.toString()));
            if (!compatible) {
                throw new MojoFailureException("The contract breaks consumers of " + released
                        + "; the changes are printed above. Take them back, or raise info.version");
            }
        } catch (IOException e) {
            throw new MojoExecutionException("The released document cannot be read: " + e.getMessage(), e);
        }
    }
}
