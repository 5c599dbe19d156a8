package dev.countersign.verify.witness;

import au.com.dius.pact.core.model.V4Interaction;
import dev.countersign.verify.cases.TestCase;
import dev.countersign.verify.pact.Subject;
import dev.countersign.verify.provider.Replay;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sends a case's request as it is, also one that no typed client could be made to send. */
final class RawCall {
    private RawCall() {}

    static Replay.Verdict of(Subject subject, URI url, TestCase testCase) {
        V4Interaction.SynchronousHttp interaction = subject.interactions().of(testCase);
        return new Replay(subject.pact().of(List.of(interaction)), url, Optional.empty())
                .of(interaction, Map.of(), Map.of());
    }
}
