package dev.countersign.mock.proxy;

import dev.countersign.mock.validate.Violation;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.jetty.io.Content;
import org.jspecify.annotations.Nullable;

/** A body on its way through, with an observer that sees each piece before it is passed on. */
final class PassedBody implements Content.Source {
    private final Content.Source source;
    private final BodyTap tap;
    private final Consumer<List<Violation>> onEnd;
    private boolean ended;

    /**
     * @param onEnd called once, before the last piece is passed on, or when the body ends before its time
     */
    PassedBody(Content.Source source, BodyTap tap, Consumer<List<Violation>> onEnd) {
        this.source = source;
        this.tap = tap;
        this.onEnd = onEnd;
    }

    @Override
    public long getLength() {
        return source.getLength();
    }

    @Override
    public Content.@Nullable Chunk read() {
        Content.Chunk chunk = source.read();
        if (chunk == null) {
            return null;
        }
        if (!Content.Chunk.isFailure(chunk) && chunk.hasRemaining()) {
            tap.piece(chunk.getByteBuffer().slice());
        }
        if (chunk.isLast()) {
            end();
        }
        return chunk;
    }

    private synchronized void end() {
        if (!ended) {
            ended = true;
            onEnd.accept(tap.end());
        }
    }

    @Override
    public void demand(Runnable onAvailable) {
        source.demand(onAvailable);
    }

    @Override
    public void fail(Throwable failure) {
        source.fail(failure);
        end();
    }
}
