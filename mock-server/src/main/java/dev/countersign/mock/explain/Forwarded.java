package dev.countersign.mock.explain;

import java.util.List;
import java.util.Optional;

/**
 * What became of a request that was for a real server.
 *
 * @param upstream the server's address, without credentials; absent when it was not asked
 * @param notes what is to be said about the answer, a sentence each; may be empty
 */
public record Forwarded(Optional<String> upstream, List<String> notes) {
    public Forwarded {
        notes = List.copyOf(notes);
    }
}
