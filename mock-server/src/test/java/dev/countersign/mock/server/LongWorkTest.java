package dev.countersign.mock.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.mock.exchange.MockRequest;
import dev.countersign.mock.exchange.MockResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A request whose examination takes long keeps no other client waiting. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LongWorkTest {
    /** More than there are threads that select. */
    private static final int SLOW = 8;

    private final CountDownLatch begun = new CountDownLatch(SLOW);
    private final CountDownLatch done = new CountDownLatch(1);

    private MockResponse answer(MockRequest request) {
        if (request.body().length > 0) {
            begun.countDown();
            await(done);
        }
        return new MockResponse(204, List.of(), new byte[0]);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Socket send(MockServer server, String headers, byte[] body) throws IOException {
        Socket socket = new Socket("127.0.0.1", server.port());
        socket.setSoTimeout(20_000);
        String head = "POST /a HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + headers + "Content-Length: "
                + body.length + "\r\n\r\n";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().write(body);
        return socket;
    }

    private static String answer(Socket socket) throws IOException {
        try (socket) {
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void othersAreAnsweredMeanwhile(boolean coded) throws IOException {
        byte[] body = coded ? gzip(new byte[100]) : new byte[20_000];
        String coding = coded ? "Content-Encoding: gzip\r\n" : "";
        try (MockServer server = MockServer.start(this::answer, ServerSettings.onFreePort())) {
            List<Socket> slow = new ArrayList<>();
            for (int i = 0; i < SLOW; i++) {
                slow.add(send(server, coding, body));
            }
            await(begun);
            for (int i = 0; i < SLOW; i++) {
                assertThat(answer(send(server, "", new byte[0]))).startsWith("HTTP/1.1 204 ");
            }
            done.countDown();
            for (Socket each : slow) {
                assertThat(answer(each)).startsWith("HTTP/1.1 204 ");
            }
        }
    }

    @Test
    void aBodyOfSixteenMebibytesIsTaken() throws IOException {
        done.countDown();
        try (MockServer server = MockServer.start(this::answer, ServerSettings.onFreePort())) {
            assertThat(answer(send(server, "", new byte[16 * 1024 * 1024]))).startsWith("HTTP/1.1 204 ");
            assertThat(answer(send(server, "", new byte[16 * 1024 * 1024 + 1])))
                    .startsWith("HTTP/1.1 413 ")
                    .contains("urn:countersign:problem:too-large");
        }
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream coded = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(coded)) {
            out.write(plain);
        }
        return coded.toByteArray();
    }
}
