package dev.countersign.openapi.document;

import dev.countersign.openapi.json.MalformedTextException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** The text in a file, whichever encoding of Unicode it is in (YAML 1.2.2 section 5.2, which is also that of JSON's readers). */
final class DocumentText {
    private static final char REPLACEMENT = '\ufffd';
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private DocumentText() {}

    /** The text without a byte order mark; the exception names the line in which it is no text. */
    static String of(byte[] bytes) throws MalformedTextException {
        Charset charset = charset(bytes);
        String text = new String(bytes, charset);
        // What cannot be read is replaced by this character, which a document may have as well.
        if (text.indexOf(REPLACEMENT) >= 0) {
            text = strictly(bytes, charset);
        }
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(BYTE_ORDER_MARK.length()) : text;
    }

    private static String strictly(byte[] bytes, Charset charset) throws MalformedTextException {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer text = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), text, true);
        text.flip();
        if (result.isError()) {
            int line = (int) text.chars().filter(character -> character == '\n').count() + 1;
            throw new MalformedTextException(line, "The file is not text in " + charset + ".", "Save it as UTF-8.");
        }
        return text.toString();
    }

    /** By the mark, or by the zeros around the first character, which is an ASCII one in every document. */
    private static Charset charset(byte[] bytes) {
        int b0 = at(bytes, 0);
        int b1 = at(bytes, 1);
        int b2 = at(bytes, 2);
        int b3 = at(bytes, 3);
        if (b0 == 0 && b1 == 0 && (b2 == 0xFE && b3 == 0xFF || b2 == 0 && b3 > 0)) {
            return Charset.forName("UTF-32BE");
        }
        if (b2 == 0 && b3 == 0 && (b0 == 0xFF && b1 == 0xFE || b0 > 0 && b1 == 0)) {
            return Charset.forName("UTF-32LE");
        }
        if (b0 == 0xFE && b1 == 0xFF || b0 == 0 && b1 > 0) {
            return StandardCharsets.UTF_16BE;
        }
        if (b0 == 0xFF && b1 == 0xFE || b0 > 0 && b1 == 0) {
            return StandardCharsets.UTF_16LE;
        }
        return StandardCharsets.UTF_8;
    }

    /** A byte, or -1 behind the end. */
    private static int at(byte[] bytes, int index) {
        return index < bytes.length ? bytes[index] & 0xFF : -1;
    }
}
