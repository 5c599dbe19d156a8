package dev.countersign.mock.cli.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogLineTest {
    private static LogLine line(int status, String operation, long nanos, String reason) {
        return new LogLine(
                Instant.parse("2026-01-02T03:04:05.678Z"), "GET", "/a/\u001b[31m", status, operation, nanos, reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200|getA|1234567|''|GET /a/\\u001b[31m 200 getA 1.2 ms",
                "404|''|98765|no path of the contract fits|GET /a/\\u001b[31m 404 0.1 ms: no path of the contract fits",
                "400|getA|12345678|query parameter \"n\": must be an integer|GET /a/\\u001b[31m 400 getA 12 ms: query parameter \"n\": must be an integer",
            })
    void isOneLineForPeople(int status, String operation, long nanos, String reason, String expected) {
        assertThat(line(status, operation, nanos, reason).text(false))
                .matches("[0-9]{2}:[0-9]{2}:05\\.678 .*")
                .endsWith(expected)
                .hasLineCount(1);
    }

    @ParameterizedTest
    @CsvSource({"200,32", "302,36", "404,33", "500,31"})
    void isColouredByItsStatus(int status, String colour) {
        assertThat(line(status, "", 1, "").text(true)).contains("\u001b[" + colour + "m" + status + "\u001b[0m");
    }

    @Test
    void isAnObjectForPrograms() {
        assertThat(line(400, "getA", 1_234_567, "wrong").json())
                .isEqualTo("{\"time\":\"2026-01-02T03:04:05.678Z\",\"method\":\"GET\",\"path\":\"/a/\\u001B[31m\","
                        + "\"status\":400,\"operation\":\"getA\",\"milliseconds\":1.235,\"reason\":\"wrong\"}");
    }

    @Test
    void isPrintedAsideAndInOrder() throws InterruptedException {
        CountDownLatch printed = new CountDownLatch(3);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        RequestLog log = new RequestLog(
                line -> {
                    printed.countDown();
                    return "" + line.status();
                },
                new PrintStream(bytes, true, StandardCharsets.UTF_8) {
                    @Override
                    public void flush() {
                        super.flush();
                        printed.countDown();
                    }
                });
        log.add(line(200, "", 1, ""));
        log.add(line(404, "", 1, ""));
        log.start();

        assertThat(printed.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(bytes.toString(StandardCharsets.UTF_8).lines()).containsExactly("200", "404");
    }
}
