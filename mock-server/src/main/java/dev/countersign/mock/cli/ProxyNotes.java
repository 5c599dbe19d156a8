package dev.countersign.mock.cli;

import dev.countersign.mock.exchange.MockResponse;
import dev.countersign.mock.proxy.ProxyListener;
import dev.countersign.mock.recording.Recorder;
import dev.countersign.openapi.contract.MediaTypeSpec;
import dev.countersign.openapi.contract.Operation;
import java.util.Optional;

/** Keeps what passes through the proxy, where a recording is wanted. */
record ProxyNotes(Optional<Recorder> recorder) implements ProxyListener {
    @Override
    public boolean wantsBodyOf(MockResponse head) {
        return recorder.isPresent() && Recorder.keeps(head);
    }

    @Override
    public void onAnswer(Operation operation, MediaTypeSpec documented, MockResponse answer) {
        recorder.ifPresent(each -> each.onAnswer(operation, documented, answer));
    }
}
