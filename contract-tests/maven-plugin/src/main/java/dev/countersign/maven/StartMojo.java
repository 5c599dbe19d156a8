package dev.countersign.maven;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;

/**
 * Starts a mock server of the contract for integration tests, and puts its port and address into the properties
 * <code>mock.port</code> and <code>mock.url</code>. It ends with <code>stop</code>, and with Maven.
 */
@Mojo(name = "start", defaultPhase = LifecyclePhase.PRE_INTEGRATION_TEST, threadSafe = true)
public final class StartMojo extends AbstractMojo {
    private static final Pattern ADDRESS = Pattern.compile("listening on (http://\\S+:([0-9]+))");

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    @Inject
    private RepositorySystem system;

    /** Where the contract was built. */
    @Parameter(property = "contract.dir", defaultValue = "${project.build.directory}/countersign")
    private File directory;

    /** The port; 0 for a free one. */
    @Parameter(property = "mock.port", defaultValue = "0")
    private int port;

    /** More options of the mock server, as its command line has them. */
    @Parameter
    private List<String> options = List.of();

    /** Whether nothing is started. */
    @Parameter(property = "skipITs", defaultValue = "false")
    private boolean skipITs;

    /** Whether nothing is started. */
    @Parameter(property = "skipTests", defaultValue = "false")
    private boolean skipTests;

    @Override
    public void execute() throws MojoExecutionException {
        if (skipTests || skipITs) {
            return;
        }
        Toolkit toolkit = new Toolkit(system, session.getRepositorySession(), project);
        List<String> jars = toolkit.classPath("mock-server", Toolkit.version()).values().stream()
                .map(File::getAbsolutePath)
                .toList();
        List<String> arguments = new ArrayList<>(
                List.of("serve", new File(directory, "contract.json").toString(), "--port", Integer.toString(port)));
        arguments.add("--stop-with-parent");
        arguments.addAll(options);
        JavaProcess program =
                new JavaProcess(jars, List.of("-XX:TieredStopAtLevel=1"), "dev.countersign.mock.cli.Main");
        try {
            Process server = program.command(directory.toPath(), arguments)
                    .redirectErrorStream(true)
                    .start();
            RunningMock.keep(getPluginContext(), server);
            await(server);
        } catch (IOException e) {
            throw new MojoExecutionException("The mock server cannot be started: " + e.getMessage(), e);
        }
    }

    /** Reads until it says where it listens; what it says later is for the debug log. */
    private void await(Process server) throws IOException, MojoExecutionException {
        BufferedReader said = server.inputReader(StandardCharsets.UTF_8);
        StringBuilder all = new StringBuilder();
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            all.append(line).append('\n');
            Matcher address = ADDRESS.matcher(line);
            if (address.find()) {
                project.getProperties().setProperty("mock.url", address.group(1));
                project.getProperties().setProperty("mock.port", address.group(2));
                getLog().info(line);
                Thread reader = new Thread(() -> said.lines().forEach(getLog()::debug), "mock server output");
                reader.setDaemon(true);
                reader.start();
                return;
            }
        }
        throw new MojoExecutionException("The mock server did not start:\n" + all);
    }
}
