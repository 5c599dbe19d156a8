package dev.countersign.maven;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.spi.ToolProvider;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProject;

/**
 * Makes the client's jar a module that holds its contract. It comes after the tests, because what Maven compiles and
 * tests is no module: it would take whatever else the repository's owner writes beside the client for a part of it.
 */
@Mojo(
        name = "module",
        defaultPhase = LifecyclePhase.PREPARE_PACKAGE,
        requiresDependencyResolution = ResolutionScope.COMPILE,
        threadSafe = true)
public final class ModuleMojo extends AbstractMojo {
    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    /** Where the generator has written. */
    @Parameter(defaultValue = "${project.build.directory}/generated-sources/openapi")
    private File generated;

    /** Where the contract was built. */
    @Parameter(property = "contract.dir", defaultValue = "${project.build.directory}/countersign")
    private File directory;

    /** Where the jar's content is put together; another folder than the classes' gets a copy of them. */
    @Parameter(defaultValue = "${project.build.outputDirectory}")
    private File content;

    @Override
    public void execute() throws MojoExecutionException {
        Path classes = content.toPath();
        try {
            if (!classes.equals(Path.of(project.getBuild().getOutputDirectory()))) {
                Folders.replace(Path.of(project.getBuild().getOutputDirectory()), classes);
            }
            Path contract = classes.resolve("META-INF/countersign/contract.json");
            Files.createDirectories(contract.getParent());
            Files.copy(directory.toPath().resolve("contract.json"), contract, StandardCopyOption.REPLACE_EXISTING);
            compile(generated.toPath().resolve("module/module-info.java"), classes);
        } catch (IOException | DependencyResolutionRequiredException e) {
            throw new MojoExecutionException("The client cannot be made a module: " + e.getMessage(), e);
        }
    }

    private void compile(Path descriptor, Path classes)
            throws IOException, DependencyResolutionRequiredException, MojoExecutionException {
        String name = GeneratorSettings.in(directory.toPath()).packageName();
        StringWriter said = new StringWriter();
        int code = ToolProvider.findFirst("javac")
                .orElseThrow(() -> new MojoExecutionException("There is no javac; run Maven with a JDK"))
                .run(
                        new PrintWriter(said, true),
                        new PrintWriter(said, true),
                        "--release",
                        "17",
                        "-proc:none",
                        // The name is the contract's; javac would rather have none that ends in a digit.
                        "-Xlint:-module",
                        "--module-path",
                        String.join(File.pathSeparator, project.getCompileClasspathElements()),
                        "--patch-module",
                        name + "=" + classes,
                        "-d",
                        classes.toString(),
                        descriptor.toString());
        if (code != 0) {
            throw new MojoExecutionException("The client's module descriptor does not compile: " + said);
        }
    }
}
