package dev.countersign.mock.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.mock.server.MemoryBudget;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.content.AsyncContent;
import org.eclipse.jetty.io.content.ByteBufferContentSource;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeldBodyTest {
    private static final String TEXT = "0123456789".repeat(30_000);

    private final List<String> heard = new ArrayList<>();
    private final MemoryBudget budget = new MemoryBudget(10_000_000);
    private int scheduled;
    private int cancelled;

    private final HeldBody.Outcome outcome = new HeldBody.Outcome() {
        @Override
        public void whole(byte[] body) {
            heard.add(new String(body, StandardCharsets.US_ASCII));
        }

        @Override
        public void tooLong(HeldBody rest) {
            heard.add("too long");
        }

        @Override
        public void failed(Throwable failure) {
            heard.add("failed");
        }
    };

    private Scheduler.Task patience() {
        scheduled++;
        return () -> {
            cancelled++;
            return true;
        };
    }

    private void assertNothingIsKept() {
        assertThat(budget.reserve(budget.limit())).isTrue();
    }

    /** Whatever is announced, which may be wrong. */
    @ParameterizedTest
    @ValueSource(longs = {-1, 0, 1, 65_536, 299_999, 300_000, 300_001, Long.MAX_VALUE})
    void aBodyInPiecesIsHeldAsItCame(long announced) throws IOException {
        try (AsyncContent source = new AsyncContent()) {
            new HeldBody(source, announced, 1_000_000, budget, outcome).hold(this::patience);
            for (int from = 0; from < TEXT.length(); from += 7_777) {
                String piece = TEXT.substring(from, Math.min(TEXT.length(), from + 7_777));
                source.write(false, StandardCharsets.US_ASCII.encode(piece), Callback.NOOP);
            }
            assertThat(heard).isEmpty();
            source.write(true, ByteBuffer.allocate(0), Callback.NOOP);
        }

        assertThat(heard).containsExactly(TEXT);
        assertNothingIsKept();
    }

    /** A task that waits for half a minute keeps a body so long. */
    @Test
    void noTaskWaitsForABodyThatIsThere() throws IOException {
        new HeldBody(source(), -1, 1_000_000, budget, outcome).hold(this::patience);
        assertThat(scheduled).isZero();

        try (AsyncContent later = new AsyncContent()) {
            new HeldBody(later, -1, 1_000_000, budget, outcome).hold(this::patience);
            assertThat(List.of(scheduled, cancelled)).containsExactly(1, 0);
            later.write(true, StandardCharsets.US_ASCII.encode("x"), Callback.NOOP);
            assertThat(List.of(scheduled, cancelled)).containsExactly(1, 1);
        }

        try (AsyncContent failing = new AsyncContent()) {
            new HeldBody(failing, -1, 1_000_000, budget, outcome).hold(this::patience);
            failing.fail(new IOException());
        }
        assertThat(cancelled).isEqualTo(2);
        assertThat(heard).containsExactly(TEXT, "x", "failed");
        assertNothingIsKept();
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 300_000})
    void whatIsTooLongIsPassedOnFromItsBeginning(long announced) throws IOException {
        HeldBody body = new HeldBody(source(), announced, 100_000, budget, outcome);

        body.hold(this::patience);

        assertThat(heard).containsExactly("too long");
        assertThat(Content.Source.asString(body)).isEqualTo(TEXT);
        assertNothingIsKept();
    }

    @Test
    void whatTakesTooLongIsPassedOnFromItsBeginning() throws IOException {
        try (AsyncContent source = new AsyncContent()) {
            HeldBody body = new HeldBody(source, 5, 1_000, budget, outcome);
            body.hold(this::patience);
            source.write(false, StandardCharsets.US_ASCII.encode("abc"), Callback.NOOP);

            assertThat(body.release()).isTrue();
            source.write(true, StandardCharsets.US_ASCII.encode("de"), Callback.NOOP);

            assertThat(Content.Source.asString(body)).isEqualTo("abcde");
            assertThat(body.release()).isFalse();
        }
        assertThat(heard).isEmpty();
        assertNothingIsKept();
    }

    private static Content.Source source() {
        byte[] bytes = TEXT.getBytes(StandardCharsets.US_ASCII);
        return new ByteBufferContentSource(
                ByteBuffer.wrap(bytes, 0, 70_000), ByteBuffer.wrap(bytes, 70_000, bytes.length - 70_000));
    }
}
