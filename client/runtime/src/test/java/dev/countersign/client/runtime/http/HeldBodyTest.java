package dev.countersign.client.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.client.TransportException.Kind;
import dev.countersign.client.runtime.call.Deadline;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Flow.Subscription;
import org.junit.jupiter.api.Test;

/** An answer that is not wanted any more holds no connection, whenever that becomes known. */
class HeldBodyTest {
    private static final TransportFailure CANCELLED =
            new TransportFailure(Kind.CANCELLED, "the call was cancelled", null);

    private final HeldBody body = new HeldBody(100);
    private final Connection connection = new Connection();

    /** The connection's side of a body. */
    private static final class Connection implements Subscription {
        private boolean asked;
        private boolean givenUp;

        @Override
        public void request(long pieces) {
            asked = true;
        }

        @Override
        public void cancel() {
            givenUp = true;
        }
    }

    @Test
    void givesUpAConnectionThatIsHandedOverAfterTheCallHasEnded() {
        body.stop(CANCELLED);
        body.onSubscribe(connection);

        assertThat(connection.givenUp).isTrue();
        assertThat(connection.asked).isFalse();
        assertThatThrownBy(() -> body.await(Deadline.in(Duration.ofSeconds(30))))
                .hasMessage(CANCELLED.getMessage());
    }

    @Test
    void givesUpAConnectionInTheMiddleOfTheBody() {
        body.onSubscribe(connection);
        body.onNext(List.of(ByteBuffer.wrap(new byte[10])));
        body.stop(CANCELLED);

        assertThat(connection.givenUp).isTrue();
    }

    @Test
    void keepsTheConnectionOfABodyThatHasCome() throws Exception {
        body.onSubscribe(connection);
        body.onNext(List.of(ByteBuffer.wrap(new byte[] {1, 2})));
        body.onComplete();
        body.stop(CANCELLED);

        assertThat(connection.givenUp).isFalse();
        assertThat(body.await(Deadline.in(Duration.ofSeconds(30)))).containsExactly(1, 2);
    }
}
