package dev.countersign.mock.proxy;

import dev.countersign.mock.exchange.MockResponse;
import dev.countersign.mock.validate.ResponseValidator;
import dev.countersign.mock.validate.Violation;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.List;

/** Keeps a copy of a body that takes its time, and examines it at its end if it has not grown too long by then. */
final class WholeTap implements BodyTap {
    private final ResponseValidator validator;
    private final MockResponse head;
    private final int limit;
    private final ByteArrayOutputStream copy = new ByteArrayOutputStream();
    private boolean tooLong;

    WholeTap(ResponseValidator validator, MockResponse head, int limit) {
        this.validator = validator;
        this.head = head;
        this.limit = limit;
    }

    @Override
    public void piece(ByteBuffer bytes) {
        if (tooLong || bytes.remaining() > limit - copy.size()) {
            tooLong = true;
            copy.reset();
            return;
        }
        byte[] piece = new byte[bytes.remaining()];
        bytes.get(piece);
        copy.writeBytes(piece);
    }

    @Override
    public List<Violation> end() {
        return tooLong
                ? List.of()
                : validator.body(new MockResponse(head.status(), head.headers(), copy.toByteArray()));
    }
}
