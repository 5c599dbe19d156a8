package dev.countersign.verify.broker;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * What was built: a version and a branch, from git, and where git does not know, from the variables of GitHub and GitLab.
 *
 * @param version the commit, with {@code -dirty} where files differ from it
 * @param buildUrl the page of the CI job; absent elsewhere
 */
record Revision(String version, String branch, Optional<String> buildUrl) {
    /**
     * Asks git in a folder.
     *
     * @throws BrokerException when the version is not known, or the branch
     */
    static Revision of(Path folder, Map<String, String> environment) {
        String version = version(folder, environment);
        String branch = first(environment, "PACT_BRANCH")
                .or(() -> git(folder, "symbolic-ref", "--quiet", "--short", "HEAD"))
                .or(() -> first(
                        environment,
                        "GITHUB_HEAD_REF",
                        "GITHUB_REF_NAME",
                        "CI_MERGE_REQUEST_SOURCE_BRANCH_NAME",
                        "CI_COMMIT_REF_NAME"))
                .orElseThrow(() -> BrokerException.usage("the branch is unknown: HEAD is detached in " + folder
                        + ", and neither GITHUB_REF_NAME nor CI_COMMIT_REF_NAME is set; name it with PACT_BRANCH"));
        return new Revision(version, branch, buildUrl(environment));
    }

    /** The version alone, for what needs no branch. */
    static String version(Path folder, Map<String, String> environment) {
        return first(environment, "PACT_VERSION")
                .or(() -> git(folder, "describe", "--always", "--dirty", "--abbrev=40", "--exclude=*"))
                .or(() -> first(environment, "GITHUB_SHA", "CI_COMMIT_SHA"))
                .orElseThrow(() -> BrokerException.usage("the version is unknown: " + folder
                        + " is no git work tree, and neither GITHUB_SHA nor CI_COMMIT_SHA is set"));
    }

    private static Optional<String> buildUrl(Map<String, String> environment) {
        return first(environment, "CI_JOB_URL")
                .or(() -> first(environment, "GITHUB_RUN_ID")
                        .map(run -> environment.getOrDefault("GITHUB_SERVER_URL", "") + "/"
                                + environment.getOrDefault("GITHUB_REPOSITORY", "") + "/actions/runs/" + run));
    }

    private static Optional<String> first(Map<String, String> environment, String... names) {
        return Stream.of(names)
                .flatMap(name -> BrokerSettings.set(environment, name).stream())
                .findFirst();
    }

    /** What git prints; absent when it fails or is not there. */
    private static Optional<String> git(Path folder, String... arguments) {
        List<String> command =
                Stream.concat(Stream.of("git"), Stream.of(arguments)).toList();
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            boolean succeeded = process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
            return succeeded && !output.isEmpty() ? Optional.of(output) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
