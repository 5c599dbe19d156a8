package dev.countersign.client.runtime.http;

import dev.countersign.client.TransportException.Kind;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Undoes {@code Content-Encoding: gzip}, which some servers apply unasked (RFC 9110 section 8.4.1). */
final class ContentEncoding {
    private ContentEncoding() {}

    static boolean isGzip(List<String> encodings) {
        return encodings.stream().anyMatch(each -> each.equalsIgnoreCase("gzip"));
    }

    static byte[] decode(byte[] content, List<String> encodings, long most) throws IOException {
        if (!isGzip(encodings) || content.length == 0) {
            return content;
        }
        ByteArrayOutputStream plain = new ByteArrayOutputStream(content.length * 4);
        byte[] chunk = new byte[8192];
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(content))) {
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                if (plain.size() + (long) read > most) {
                    throw BoundedBody.tooLarge(most);
                }
                plain.write(chunk, 0, read);
            }
        } catch (TransportFailure e) {
            throw e;
        } catch (IOException e) {
            throw new TransportFailure(Kind.BROKEN, "the compressed body is damaged", e);
        }
        return plain.toByteArray();
    }
}
