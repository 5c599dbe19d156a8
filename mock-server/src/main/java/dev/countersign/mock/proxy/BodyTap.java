package dev.countersign.mock.proxy;

import dev.countersign.mock.validate.SequenceExamination;
import dev.countersign.mock.validate.Violation;
import java.nio.ByteBuffer;
import java.util.List;
import org.eclipse.jetty.http.GZIPContentDecoder;
import org.eclipse.jetty.io.RetainableByteBuffer;

/** Sees the pieces of a body that is passed on. Confined to one exchange. */
interface BodyTap {
    /** Passes everything unseen. */
    BodyTap NONE = new BodyTap() {
        @Override
        public void piece(ByteBuffer bytes) {}

        @Override
        public List<Violation> end() {
            return List.of();
        }
    };

    /** Takes a piece, whose position may be moved. */
    void piece(ByteBuffer bytes);

    /** What was found, after the last piece. */
    List<Violation> end();

    /** Examines a sequence, decoded where it is coded in a way that is known here. */
    static BodyTap of(SequenceExamination examination, String coding) {
        return switch (coding) {
            case "" -> new Items(examination);
            case "gzip", "x-gzip" -> new CodedItems(examination);
            default -> NONE;
        };
    }

    /** Hands the pieces to an examination as they are. */
    record Items(SequenceExamination examination) implements BodyTap {
        @Override
        public void piece(ByteBuffer bytes) {
            examination.accept(bytes);
        }

        @Override
        public List<Violation> end() {
            examination.end();
            return examination.violations();
        }
    }

    /** Unfolds the pieces first; what is unfolded is not kept. */
    final class CodedItems extends GZIPContentDecoder implements BodyTap {
        private final SequenceExamination examination;

        private CodedItems(SequenceExamination examination) {
            this.examination = examination;
        }

        @Override
        protected boolean decodedChunk(RetainableByteBuffer chunk) {
            examination.accept(chunk.getByteBuffer());
            return false;
        }

        @Override
        public void piece(ByteBuffer bytes) {
            decodeChunks(bytes);
        }

        @Override
        public List<Violation> end() {
            destroy();
            examination.end();
            return examination.violations();
        }
    }
}
