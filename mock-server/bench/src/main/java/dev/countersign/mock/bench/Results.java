package dev.countersign.mock.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * All that a run measured, as it is kept.
 *
 * @param taken when, in UTC
 * @param commit what was measured, as git describes it
 * @param machine where
 * @param settings what the run was told
 * @param versions of every peer that was there
 * @param leftOut why the others were not, one line each
 * @param runs the servers, document by document
 * @param bodies large bodies
 * @param proxies the servers that pass requests on
 * @param bars what the server is held to
 */
record Results(
        String taken,
        String commit,
        Machine machine,
        Settings settings,
        List<Version> versions,
        List<String> leftOut,
        List<Run> runs,
        List<Comparison> bodies,
        List<Comparison> proxies,
        List<Bar> bars) {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /**
     * One peer.
     *
     * @param peer which
     * @param title its name for readers
     * @param version empty for ours, which the commit names
     * @param given what it answers from
     */
    record Version(Peer peer, String title, String version, Peer.Given given) {}

    void write(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, JSON.writeValueAsString(this) + "\n");
    }

    static Results read(Path file) throws IOException {
        return JSON.readValue(Files.readString(file), Results.class);
    }

    /** The peer's name with its version. */
    String title(Peer peer) {
        return versions.stream()
                .filter(each -> each.peer() == peer)
                .map(each -> (each.title() + " " + each.version()).trim())
                .findFirst()
                .orElse(peer.title());
    }
}
