package dev.countersign.verify.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Version and branch, from a real repository, from CI, and from nowhere. */
class RevisionTest {
    @TempDir
    Path folder;

    @Test
    void gitKnowsVersionAndBranch() throws Exception {
        String commit = repository();

        assertThat(Revision.of(folder, Map.of("GITHUB_SHA", "other", "GITHUB_REF_NAME", "other")))
                .extracting(Revision::version, Revision::branch)
                .containsExactly(commit, "trunk");
    }

    @Test
    void changedFilesAreNotTheCommit() throws Exception {
        String commit = repository();
        Files.writeString(folder.resolve("file"), "changed");

        assertThat(Revision.of(folder, Map.of()).version()).isEqualTo(commit + "-dirty");
    }

    @Test
    void detachedHeadTakesItsBranchFromGitHubOrGitLab() throws Exception {
        git("checkout", "--quiet", "--detach", repository());

        assertThat(Revision.of(folder, Map.of("GITHUB_HEAD_REF", "", "GITHUB_REF_NAME", "main"))
                        .branch())
                .isEqualTo("main");
        assertThat(Revision.of(folder, Map.of("GITHUB_HEAD_REF", "topic", "GITHUB_REF_NAME", "7/merge"))
                        .branch())
                .isEqualTo("topic");
        assertThat(Revision.of(folder, Map.of("CI_COMMIT_REF_NAME", "main", "CI_JOB_URL", "https://ci.example/7")))
                .extracting(Revision::branch, r -> r.buildUrl().orElse(""))
                .containsExactly("main", "https://ci.example/7");
    }

    @Test
    void detachedHeadWithoutCiIsAClearError() throws Exception {
        git("checkout", "--quiet", "--detach", repository());

        assertThatThrownBy(() -> Revision.of(folder, Map.of()))
                .hasMessage("the branch is unknown: HEAD is detached in " + folder + ", and neither GITHUB_REF_NAME nor"
                        + " CI_COMMIT_REF_NAME is set; name it with PACT_BRANCH");
    }

    @Test
    void noGitAndNoCiIsAClearError() {
        assertThatThrownBy(() -> Revision.of(folder, Map.of()))
                .hasMessage("the version is unknown: " + folder + " is no git work tree, and neither GITHUB_SHA nor"
                        + " CI_COMMIT_SHA is set");
    }

    /** A repository with one commit on a branch called trunk; returns the commit. */
    private String repository() throws Exception {
        git("init", "--quiet", "--initial-branch=trunk");
        Files.writeString(folder.resolve("file"), "first");
        git("add", "file");
        git(
                "-c",
                "user.name=Test",
                "-c",
                "user.email=test@invalid",
                "-c",
                "commit.gpgsign=false",
                "commit",
                "-qm",
                "First");
        return git("rev-parse", "HEAD");
    }

    private String git(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes()).strip();
        assertThat(process.waitFor()).as("git %s: %s", command, output).isZero();
        return output;
    }
}
