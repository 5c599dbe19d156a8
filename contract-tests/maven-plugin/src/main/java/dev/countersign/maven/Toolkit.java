package dev.countersign.maven;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.resolution.DependencyResolutionException;

/**
 * The parts of the toolkit that run in processes of their own. They are resolved when a goal needs them: who only
 * generates a client downloads no server and no Pact.
 */
record Toolkit(RepositorySystem system, RepositorySystemSession session, MavenProject project) {
    private static final String GROUP = "dev.countersign";

    /** The version of this plugin, and of everything that it runs. */
    static String version() {
        try (InputStream pom = Toolkit.class.getResourceAsStream(
                "/META-INF/maven/" + GROUP + "/countersign-maven-plugin/pom.properties")) {
            Properties properties = new Properties();
            properties.load(Objects.requireNonNull(pom, "the plugin does not know its version"));
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One jar of anybody's. */
    File jar(String group, String artifact, String version) throws MojoExecutionException {
        try {
            return system.resolveArtifact(
                            session,
                            new ArtifactRequest(
                                    new DefaultArtifact(group, artifact, "jar", version),
                                    project.getRemoteProjectRepositories(),
                                    null))
                    .getArtifact()
                    .getFile();
        } catch (ArtifactResolutionException e) {
            throw new MojoExecutionException(
                    group + ":" + artifact + ":" + version + " cannot be resolved: " + e.getMessage(), e);
        }
    }

    /** The class path of an artifact of ours, by group and artifact. */
    Map<String, File> classPath(String artifact, String version) throws MojoExecutionException {
        CollectRequest collect = new CollectRequest(
                new Dependency(new DefaultArtifact(GROUP, artifact, "jar", version), "runtime"),
                project.getRemoteProjectRepositories());
        try {
            Map<String, File> jars = new LinkedHashMap<>();
            for (ArtifactResult result : system.resolveDependencies(
                            session,
                            // What is only for tests, or provided, is no dependency of a dependency.
                            new DependencyRequest(collect, null))
                    .getArtifactResults()) {
                org.eclipse.aether.artifact.Artifact found = result.getArtifact();
                jars.put(found.getGroupId() + ":" + found.getArtifactId(), found.getFile());
            }
            return jars;
        } catch (DependencyResolutionException e) {
            throw new MojoExecutionException(
                    GROUP + ":" + artifact + ":" + version + " cannot be resolved: " + e.getMessage(), e);
        }
    }

    /** The module's own class path, then of an artifact of ours what the module does not have itself. */
    List<String> classPathBeside(String artifact, String version) throws MojoExecutionException {
        Map<String, File> all = new LinkedHashMap<>();
        all.put("classes", new File(project.getBuild().getOutputDirectory()));
        for (Artifact own : project.getArtifacts()) {
            all.put(own.getGroupId() + ":" + own.getArtifactId(), own.getFile());
        }
        classPath(artifact, version).forEach(all::putIfAbsent);
        return all.values().stream().map(File::getAbsolutePath).toList();
    }
}
