package dev.countersign.verify.refusal;

import dev.countersign.verify.cases.RequestLine;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Collectors;

/** Sends probes to a provider. Thread-safe. */
public final class ProbeCall {
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI provider;

    /** Sends to this provider. */
    public ProbeCall(URI provider) {
        this.provider = provider;
    }

    /** What is wrong with the provider's answer, naming the operation; absent when it is as the contract demands. */
    public Optional<String> fault(Probe probe) {
        RequestLine line = RequestLine.of(probe.testCase());
        String query = line.query().entrySet().stream()
                .flatMap(e -> e.getValue().stream().map(value -> encoded(e.getKey()) + "=" + encoded(value)))
                .collect(Collectors.joining("&"));
        String target = line.path() + (query.isEmpty() ? "" : "?" + query);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(provider + target))
                .method(
                        probe.testCase().operation().method(),
                        probe.body().map(BodyPublishers::ofString).orElseGet(BodyPublishers::noBody));
        probe.headers().forEach(request::setHeader);
        String name = probe.testCase().operation().id() + ": a request with " + probe.name() + " ";
        try {
            HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
            return probe.fault(
                            response.statusCode(),
                            response.headers().firstValue("Content-Type").orElse(""))
                    .map(name::concat);
        } catch (IOException e) {
            return Optional.of(name + "gets no answer: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of(name + "is interrupted");
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
