package dev.countersign.mock.tls;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Puts older forms of keys into PKCS#8's {@code PrivateKeyInfo} (RFC 5958 section 2), the only one that Java reads. It is the
 * same key behind the name of its algorithm.
 */
final class PrivateKeyInfo {
    private static final int INTEGER = 0x02;
    private static final int OCTET_STRING = 0x04;
    private static final int SEQUENCE = 0x30;
    /** The parameters of a key of a curve, which name the curve. */
    private static final int PARAMETERS = 0xA0;

    /** The algorithm {@code rsaEncryption} with no parameters (RFC 3279 section 2.3.1). */
    private static final byte[] RSA = HexFormat.of().parseHex("06092a864886f70d0101010500");
    /** The algorithm {@code id-ecPublicKey} (RFC 5480 section 2.1.1), whose parameter is the curve. */
    private static final byte[] CURVE = HexFormat.of().parseHex("06072a8648ce3d0201");

    private static final byte[] VERSION_0 = element(INTEGER, new byte[] {0});

    private PrivateKeyInfo() {}

    /** Of a key in PKCS#1 (RFC 8017 appendix A.1.2). */
    static byte[] ofRsa(byte[] key) {
        return of(RSA, key);
    }

    /** Of a key of an elliptic curve (RFC 5915). */
    static byte[] ofCurve(byte[] key) {
        ByteBuffer fields = content(ByteBuffer.wrap(key), SEQUENCE);
        content(fields, INTEGER);
        content(fields, OCTET_STRING);
        ByteBuffer curve = content(fields, PARAMETERS);
        byte[] name = new byte[curve.remaining()];
        curve.get(name);
        return of(concatenated(CURVE, name), key);
    }

    private static byte[] of(byte[] algorithm, byte[] key) {
        return element(SEQUENCE, concatenated(VERSION_0, element(SEQUENCE, algorithm), element(OCTET_STRING, key)));
    }

    /** The content of the element that comes next, which has to be of this type (X.690 section 8.1). */
    private static ByteBuffer content(ByteBuffer elements, int type) {
        if (elements.remaining() < 2 || (elements.get() & 0xFF) != type) {
            throw new IllegalArgumentException("not the element that is expected");
        }
        int length = elements.get() & 0xFF;
        if (length >= 0x80) {
            int bytes = length - 0x80;
            length = 0;
            for (int i = 0; i < Math.min(bytes, 3) && elements.hasRemaining(); i++) {
                length = length << 8 | elements.get() & 0xFF;
            }
        }
        if (length > elements.remaining()) {
            throw new IllegalArgumentException("longer than the key");
        }
        ByteBuffer content = elements.slice(elements.position(), length);
        elements.position(elements.position() + length);
        return content;
    }

    private static byte[] element(int type, byte[] content) {
        byte[] head = content.length < 0x80
                ? new byte[] {(byte) type, (byte) content.length}
                : content.length < 0x100
                        ? new byte[] {(byte) type, (byte) 0x81, (byte) content.length}
                        : new byte[] {(byte) type, (byte) 0x82, (byte) (content.length >> 8), (byte) content.length};
        return concatenated(head, content);
    }

    private static byte[] concatenated(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        Arrays.stream(parts).forEach(all::writeBytes);
        return all.toByteArray();
    }
}
