package dev.countersign.client;

import static dev.countersign.client.Failures.assertFails;
import static dev.countersign.client.RawServer.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.client.TransportException.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import sample.zoo.ZooClient;

/** Bodies that are large, compressed or chunked, on real sockets. */
class BodiesTest {
    private static final String ANIMAL = "{\"id\":1,\"kind\":\"lion\",\"weight\":120.50}";
    private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";
    private static final byte[] MEGABYTE = new byte[1024 * 1024];

    private static ClientBuilder<ZooClient> client(RawServer server) {
        return ZooClient.builder().baseUrl(server.url()).timeout(Duration.ofSeconds(20));
    }

    private static String tooLong(long most) {
        return Failures.incomplete(
                "GET /animals/{id}", "the body is longer than " + most + " bytes; see maxResponseBytes");
    }

    private static void writeMegabytes(RawServer.Connection out, int number) throws IOException {
        for (int i = 0; i < number; i++) {
            out.write(MEGABYTE);
        }
    }

    /** What is kept of it in memory is bounded by the limit: the rest is not read. */
    @Test
    void aBodyOf100MegabytesIsRefusedUnlessItIsAllowed() {
        try (RawServer server = RawServer.playing(out -> {
                    bytes(HEAD + "Content-Length: 104857600\r\n\r\n").answer(out);
                    writeMegabytes(out, 100);
                });
                ZooClient client = client(server).build()) {
            assertFails(() -> client.animals().getAnimal("1"), Kind.TOO_LARGE, tooLong(64 * 1024 * 1024));
        }
    }

    @Test
    void theLimitIsTheCallersToSet() {
        byte[] spaces = new byte[3 * 1024 * 1024];
        Arrays.fill(spaces, (byte) ' ');
        RawServer.Script padded = out -> {
            bytes(HEAD + "Connection: close\r\nContent-Length: " + (spaces.length + ANIMAL.length()) + "\r\n\r\n")
                    .answer(out);
            out.write(spaces);
            out.write(ANIMAL.getBytes(StandardCharsets.US_ASCII));
        };
        try (RawServer server = RawServer.playing(padded);
                ZooClient narrow =
                        client(server).maxResponseBytes(spaces.length).build();
                ZooClient wide = client(server)
                        .maxResponseBytes(spaces.length + ANIMAL.length())
                        .build()) {
            assertFails(() -> narrow.animals().getAnimal("1"), Kind.TOO_LARGE, tooLong(spaces.length));
            assertThat(wide.animals().getAnimal("1").id()).isEqualTo(1);
        }
    }

    @Test
    void aChunkedBodyWithoutAnEndIsStopped() {
        try (RawServer server = RawServer.playing(out -> {
                    bytes(HEAD + "Transfer-Encoding: chunked\r\n\r\n").answer(out);
                    while (!Thread.interrupted()) {
                        bytes("100000\r\n").answer(out);
                        out.write(MEGABYTE);
                        bytes("\r\n").answer(out);
                    }
                });
                ZooClient client = client(server).maxResponseBytes(5_000_000).build()) {
            assertFails(() -> client.animals().getAnimal("1"), Kind.TOO_LARGE, tooLong(5_000_000));
        }
    }

    @Test
    void aChunkedBodyIsRead() {
        try (RawServer server = RawServer.playing(bytes(HEAD + "Transfer-Encoding: chunked\r\n\r\n"
                        + "10\r\n{\"id\":1,\"kind\":\"\r\n16\r\nlion\",\"weight\":120.50}\r\n0\r\n\r\n"));
                ZooClient client = client(server).build()) {
            assertThat(client.animals().getAnimal("1").id()).isEqualTo(1);
        }
    }

    @Test
    void aCompressedBodyIsRead() {
        try (RawServer server = RawServer.playing(gzip(packed(ANIMAL)));
                ZooClient client = client(server).build()) {
            assertThat(client.animals().getAnimal("1").id()).isEqualTo(1);
        }
    }

    @Test
    void aCompressedBodyIsMeasuredByWhatItGrowsTo() {
        try (RawServer server = RawServer.playing(gzip(packed(" ".repeat(3_000_000))));
                ZooClient client = client(server).maxResponseBytes(1024 * 1024).build()) {
            assertFails(() -> client.animals().getAnimal("1"), Kind.TOO_LARGE, tooLong(1024 * 1024));
        }
    }

    @Test
    void aDamagedCompressedBodyIsNoAnswer() {
        byte[] packed = packed(ANIMAL);
        try (RawServer server = RawServer.playing(gzip(Arrays.copyOf(packed, packed.length / 2)));
                ZooClient client = client(server).build()) {
            assertFails(
                    () -> client.animals().getAnimal("1"),
                    Kind.BROKEN,
                    Failures.incomplete("GET /animals/{id}", "the compressed body is damaged"));
        }
    }

    private static byte[] packed(String text) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return packed.toByteArray();
    }

    private static RawServer.Script gzip(byte[] packed) {
        return out -> {
            bytes(HEAD + "Content-Encoding: gzip\r\nContent-Length: " + packed.length + "\r\n\r\n")
                    .answer(out);
            out.write(packed);
        };
    }
}
