package dev.countersign.client.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** What one writes by hand for this one call: nothing is configured, checked or kept that the call does not need. */
final class RawClient implements Contender.Client {
    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI uri;

    RawClient(String baseUrl) {
        uri = URI.create(baseUrl + "/sessions");
    }

    /** The request. */
    record Visitor(String name, String pin) {}

    /** The answer. */
    record Session(Ticket ticket) {}

    /** A part of the answer. */
    record Ticket(String id, long seconds, String scope, String kind, String first, String second) {}

    @Override
    public Session call() throws IOException, InterruptedException {
        byte[] body = json.writeValueAsBytes(new Visitor("abc@abc.com", "0000"));
        HttpRequest request = HttpRequest.newBuilder(uri)
                .timeout(Duration.ofSeconds(60))
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        if (response.statusCode() != 200) {
            throw new IOException("status " + response.statusCode());
        }
        return json.readValue(response.body(), Session.class);
    }
}
