package dev.countersign.client.runtime.http;

import dev.countersign.client.TransportException;
import dev.countersign.client.TransportException.Kind;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.function.Function;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** A body that is still to come, without its codings, whose failures are those of its call. Closed by any thread. */
final class LiveStream extends InputStream {
    private final InputStream coded;
    private final ContentCoding coding;
    private final Function<IOException, TransportException> failure;
    private @Nullable InputStream plain;

    /**
     * A body.
     *
     * @param coded as it comes over the wire
     * @param failure what an error means for the call
     */
    LiveStream(InputStream coded, ContentCoding coding, Function<IOException, TransportException> failure) {
        this.coded = coded;
        this.coding = coding;
        this.failure = failure;
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        try {
            if (plain == null) {
                // Not before: it reads the head of the coding, which has yet to come.
                plain = coding.decoded(coded);
            }
            return plain.read(into, offset, length);
        } catch (InterruptedIOException e) {
            Thread.currentThread().interrupt();
            throw failure.apply(new TransportFailure(Kind.INTERRUPTED, "the calling thread was interrupted", e));
        } catch (ZipException | EOFException e) {
            throw failure.apply(ContentCoding.damaged(e));
        } catch (IOException e) {
            throw failure.apply(e);
        }
    }

    @Override
    public void close() throws IOException {
        coded.close();
    }
}
