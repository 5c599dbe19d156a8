package dev.countersign.mock.junit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** A consumer, who knows an address and nothing else. */
record Calling(String url) {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    HttpResponse<String> get(String target, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + target));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    HttpResponse<String> post(String target, String json) {
        return send(HttpRequest.newBuilder(URI.create(url + target))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json)));
    }

    HttpResponse<String> delete(String target) {
        return send(HttpRequest.newBuilder(URI.create(url + target)).DELETE());
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
