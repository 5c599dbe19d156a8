package dev.countersign.client;

import static dev.countersign.client.RawServer.http;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.util.List;
import org.junit.jupiter.api.Test;
import sample.zoo.ZooClient;

/** A body that is not there is announced only where the method is about one (RFC 9110 section 8.6). */
class AnnouncedBodiesTest {
    /** An older JDK announces one of no length with every request, whatever it is told. */
    private static final int JDK_THAT_CAN_BE_SILENT = 19;

    @Test
    void noneIsAnnouncedWithMethodsThatAreNotAboutOne() {
        try (RawServer server = RawServer.playing(http(204, ""));
                ZooClient client = ZooClient.builder().baseUrl(server.url()).build()) {
            client.animals().isThere("1");
            client.animals().whatMayBeDone("1");
            client.animals().letGo("1");
            client.animals().showsOfToday(1);
            client.async().animals().isThere("1").join();

            assertThat(server.requests())
                    .extracting(request -> request.substring(0, request.indexOf(' ')))
                    .containsExactly("HEAD", "OPTIONS", "DELETE", "GET", "HEAD");
            assertThat(server.requests())
                    .allSatisfy(request -> assertThat(request)
                            .contains("\r\nUser-Agent: ZooClient/2.1.0\r\n", "\r\nAccept: ")
                            .doesNotContainIgnoringCase("transfer-encoding"));
            boolean silent = Runtime.version().feature() >= JDK_THAT_CAN_BE_SILENT;
            assertThat(server.requests())
                    .allSatisfy(request -> assertThat(request.contains("\r\nContent-Length: 0\r\n"))
                            .isNotEqualTo(silent));
        }
    }

    @Test
    void oneOfNoLengthIsAnnouncedWithOthers() {
        try (RawServer server = RawServer.playing(http(204, ""));
                ZooClient client = ZooClient.builder().baseUrl(server.url()).build()) {
            client.animals().feedAnimal("1");

            assertThat(server.onlyRequest()).startsWith("PUT ").contains("\r\nContent-Length: 0\r\n");
        }
    }

    /** The JDK would like to begin with another version, and to say so. */
    @Test
    void headersTimeoutAndVersionAreKept() {
        try (RawServer server = RawServer.playing(http(204, "", "Allow: GET"));
                ZooClient client = ZooClient.builder()
                        .baseUrl(server.url())
                        .httpVersion(HttpClient.Version.HTTP_2)
                        .header("X-One", "1")
                        .build()) {
            assertThat(client.animals()
                            .withResponse()
                            .whatMayBeDone("1")
                            .headers()
                            .all("Allow"))
                    .isEqualTo(List.of("GET"));

            assertThat(server.onlyRequest()).contains("\r\nX-One: 1\r\n").startsWith("OPTIONS /animals/1 HTTP/1.1\r\n");
        }
    }
}
