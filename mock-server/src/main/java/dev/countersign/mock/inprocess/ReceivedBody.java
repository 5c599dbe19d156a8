package dev.countersign.mock.inprocess;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.atomic.AtomicBoolean;

/** Hands a body to its reader when that asks for it: in one piece, or half of it before it breaks off. */
final class ReceivedBody implements Subscription {
    private final Subscriber<? super List<ByteBuffer>> reader;
    private final byte[] body;
    private final Optional<IOException> breaksOff;
    private final AtomicBoolean over = new AtomicBoolean();

    ReceivedBody(Subscriber<? super List<ByteBuffer>> reader, byte[] body, Optional<IOException> breaksOff) {
        this.reader = reader;
        this.body = body;
        this.breaksOff = breaksOff;
    }

    @Override
    public void request(long pieces) {
        if (!over.compareAndSet(false, true)) {
            return;
        }
        byte[] sent = breaksOff.isPresent() ? Arrays.copyOf(body, body.length / 2) : body;
        if (sent.length > 0) {
            reader.onNext(List.of(ByteBuffer.wrap(sent).asReadOnlyBuffer()));
        }
        breaksOff.ifPresentOrElse(reader::onError, reader::onComplete);
    }

    @Override
    public void cancel() {
        over.set(true);
    }
}
