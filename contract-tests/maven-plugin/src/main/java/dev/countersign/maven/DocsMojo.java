package dev.countersign.maven;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Puts the client's pages, which the generator has written beside its code, where people look for them. */
@Mojo(name = "docs", defaultPhase = LifecyclePhase.PROCESS_CLASSES, threadSafe = true)
public final class DocsMojo extends AbstractMojo {
    /** Where the generator has written. */
    @Parameter(defaultValue = "${project.build.directory}/generated-sources/openapi")
    private File generated;

    /** Where the pages are put; begin with <code>README.md</code>. */
    @Parameter(property = "docs.dir", defaultValue = "${project.build.directory}/docs")
    private File pages;

    @Override
    public void execute() throws MojoExecutionException {
        Path docs = generated.toPath().resolve("docs");
        if (Files.notExists(docs)) {
            getLog().warn("No pages: the generator has written none into " + docs);
            return;
        }
        try {
            Folders.replace(docs, pages.toPath());
        } catch (IOException e) {
            throw new MojoExecutionException("The pages cannot be copied to " + pages + ": " + e.getMessage(), e);
        }
    }
}
