package dev.countersign.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sample.zoo.ZooClient;
import sample.zoo.model.UploadBadgeRequest;

/** Files in multipart bodies, from wherever they come. */
class UploadsTest {
    private record Upload(String transferEncoding, String contentLength, String body) {}

    private final ExecutorService workers = Executors.newCachedThreadPool();
    private final List<Upload> uploads = new CopyOnWriteArrayList<>();
    private final AtomicInteger failures = new AtomicInteger();
    private HttpServer server;
    private ZooClient client;

    @TempDir
    Path folder;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        server.setExecutor(workers);
        server.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1);
            uploads.add(new Upload(
                    exchange.getRequestHeaders().getFirst("Transfer-Encoding"),
                    exchange.getRequestHeaders().getFirst("Content-Length"),
                    body));
            exchange.sendResponseHeaders(failures.getAndDecrement() > 0 ? 503 : 200, -1);
            exchange.close();
        });
        server.start();
        client = ZooClient.builder()
                .baseUrl("http://127.0.0.1:" + server.getAddress().getPort())
                .retries(RetryPolicy.upTo(1).withMethods(java.util.Set.of("POST")))
                .pause(delay -> {})
                .build();
    }

    @AfterEach
    void stop() {
        client.close();
        server.stop(0);
        workers.shutdownNow();
    }

    private Upload upload(Binary photo) {
        client.keepers().uploadBadge(UploadBadgeRequest.builder().photo(photo).build());
        return uploads.get(uploads.size() - 1);
    }

    @Test
    void aFileHasTheNameAndTypeThatItIsGiven() {
        assertThat(upload(Binary.of("x").withFileName("a \"b\".svg").withMediaType("image/svg+xml"))
                        .body())
                .contains("filename=\"a %22b%22.svg\"\r\nContent-Type: image/svg+xml\r\n\r\nx\r\n");
        assertThat(upload(Binary.of("x")).body()).contains("filename=\"photo\"\r\nContent-Type: image/png\r\n");
    }

    /** Style and explode count instead of a media type (OAS 3.1 section 4.8.15.1). */
    @Test
    void aListThatIsNotExplodedIsOnePart() {
        client.keepers()
                .uploadBadge(UploadBadgeRequest.builder()
                        .photo(Binary.of("x"))
                        .groups(List.of("a", "b"))
                        .size(Map.of("w", 3L))
                        .build());

        assertThat(uploads.get(0).body())
                .contains("name=\"groups\"\r\nContent-Type: text/plain; charset=utf-8\r\n\r\na|b\r\n")
                .contains("name=\"size\"\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nw,3\r\n");
    }

    @Test
    void aListThatIsEmptyIsNoPart() {
        client.keepers()
                .uploadBadge(UploadBadgeRequest.builder()
                        .photo(Binary.of("x"))
                        .groups(List.of())
                        .build());

        assertThat(uploads.get(0).body()).doesNotContain("groups");
    }

    @Test
    void aFileOfTheDiskIsSentWithItsNameAndLength() throws IOException {
        Path file = Files.write(folder.resolve("lion.png"), new byte[300_000]);

        Upload upload = upload(Binary.of(file));

        assertThat(upload.body()).contains("filename=\"lion.png\"").hasSizeGreaterThan(300_000);
        assertThat(upload.contentLength())
                .isEqualTo(String.valueOf(upload.body().length()));
    }

    @Test
    void aStreamOfUnknownLengthIsSentInChunks() {
        byte[] content = "0123456789".repeat(20_000).getBytes(StandardCharsets.US_ASCII);

        Upload upload = upload(Binary.of(() -> new ByteArrayInputStream(content)));

        assertThat(upload.transferEncoding()).isEqualTo("chunked");
        assertThat(upload.body()).contains(new String(content, StandardCharsets.US_ASCII));
    }

    @Test
    void whatCanBeReadAgainIsSentAgain() {
        failures.set(1);
        AtomicInteger opened = new AtomicInteger();

        upload(Binary.of(() -> {
            opened.incrementAndGet();
            return new ByteArrayInputStream(new byte[100_000]);
        }));

        assertThat(opened).hasValue(2);
        assertThat(uploads).hasSize(2);
    }

    @Test
    void whatCanBeReadButOnceIsSentOnce() {
        failures.set(1);
        Binary once = Binary.once(new ByteArrayInputStream(new byte[10]));

        assertThat(catchThrowableOfType(ApiException.class, () -> upload(once)).status())
                .isEqualTo(503);
        assertThat(uploads).hasSize(1);
        assertThatThrownBy(once::open).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aStreamThatBreaksIsSaidToBeTheRequests() {
        Binary broken = Binary.of(() -> new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("secret");
            }
        });

        assertThat(catchThrowableOfType(TransportException.class, () -> upload(broken)))
                .hasMessage("POST /keepers/badge got no answer: the body of the request cannot be read");
    }

    @Test
    void aFileThatIsNotThereIsSaidBeforeAnythingIsSent() {
        Path missing = folder.resolve("missing.png");

        assertThatThrownBy(() -> upload(Binary.of(missing)))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("missing.png cannot be read");
        assertThat(uploads).isEmpty();
    }

    @Test
    void twoAreEqualWhenTheyHoldTheSame() {
        assertThat(Binary.of("x")).isEqualTo(Binary.of(new byte[] {'x'})).isNotEqualTo(Binary.of("y"));
        assertThat(Binary.of("x").withFileName("a")).isNotEqualTo(Binary.of("x"));
        assertThat(Binary.of("secret")).hasToString("6 bytes");
    }

    @Test
    void asABodyOfTheirOwnComeFromWhereverTheyAreToo() throws IOException {
        Path file = Files.writeString(folder.resolve("face.png"), "a face");
        client.keepers().hangPortrait(Binary.of(file));
        client.keepers()
                .hangPortrait(Binary.of(() -> new ByteArrayInputStream("another".getBytes(StandardCharsets.UTF_8))));
        client.keepers().hangPortrait(Binary.of("a third".getBytes(StandardCharsets.UTF_8)));

        assertThat(uploads)
                .containsExactly(
                        new Upload(null, "6", "a face"),
                        new Upload("chunked", null, "another"),
                        new Upload(null, "7", "a third"));
    }
}
