package dev.countersign.maven;

import java.io.File;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** How Maven was called. */
final class Invocation {
    private Invocation() {}

    /** The document that a goal works on. */
    static Path contract(@Nullable File named) throws MojoFailureException {
        if (named == null) {
            throw new MojoFailureException("No contract is named. Add <contract>openapi.yaml</contract> to the"
                    + " <configuration> of countersign-maven-plugin, or use -Dcontract=openapi.yaml");
        }
        return named.toPath();
    }

    /** What names a provider or pacts of others; what is said on Maven's command line has the last word. */
    static Map<String, String> providerAndPacts(MavenSession session, MavenProject project) {
        Map<String, String> settings = new TreeMap<>();
        for (Properties properties : new Properties[] {project.getProperties(), session.getUserProperties()}) {
            properties.stringPropertyNames().stream()
                    .filter(name ->
                            name.startsWith("provider.") || name.equals("pact.folder") || name.equals("pact.source"))
                    .forEach(name -> settings.put(name, properties.getProperty(name)));
        }
        return settings;
    }

    /** The command that repeats this run, without the values that may be secrets. */
    static String again(MavenSession session) {
        MavenExecutionRequest request = session.getRequest();
        Stream<String> selected = request.getSelectedProjects().isEmpty()
                ? Stream.empty()
                : Stream.of("-pl", String.join(",", request.getSelectedProjects()));
        Stream<String> also = request.getMakeBehavior() == null ? Stream.empty() : Stream.of("-am");
        Stream<String> profiles = request.getActiveProfiles().stream().map("-P"::concat);
        Stream<String> settings = new TreeMap<>(request.getUserProperties())
                .entrySet().stream()
                        .map(each -> "-D" + each.getKey()
                                + value(each.getKey().toString(), String.valueOf(each.getValue())));
        return Stream.of(Stream.of("mvn"), request.getGoals().stream(), selected, also, profiles, settings)
                .flatMap(part -> part)
                .collect(Collectors.joining(" "));
    }

    private static String value(String name, String value) {
        if (name.startsWith("provider.header.") || name.startsWith("provider.query.")) {
            return "=***";
        }
        String shown = value.replaceFirst("//[^/]*@", "//");
        if (shown.equals("true") || shown.isEmpty()) {
            return shown.isEmpty() ? "" : "=true";
        }
        return "=" + (shown.matches("[\\w./:,@%+=-]+") ? shown : "'" + shown.replace("'", "'\\''") + "'");
    }
}
