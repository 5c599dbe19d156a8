package dev.countersign.mock.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The sample of docs/junit-extension.md, compiled and run. */
class SampleAuthConsumerTest {
    @RegisterExtension
    static final MockServerExtension mock = MockServerExtension.serving("../openapi/auth.yaml");

    private static int signIn(String url) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/signIn"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"email\":\"abc@abc.com\",\"password\":\"x\"}"))
                .build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .statusCode();
    }

    @Test
    void signsIn() throws Exception {
        assertEquals(200, signIn(mock.url()));

        mock.assertCalled("signIn").times(1).withJson("{\"password\":\"x\",\"email\":\"abc@abc.com\"}");
        mock.assertRequestsValid();
    }

    @Test
    void meetsAServerThatFails() throws Exception {
        mock.prefer("code=500");

        assertEquals(500, signIn(mock.url()));
    }
}
