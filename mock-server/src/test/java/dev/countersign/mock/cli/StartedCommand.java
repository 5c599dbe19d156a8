package dev.countersign.mock.cli;

import dev.countersign.mock.cli.command.Lifetime;
import dev.countersign.mock.cli.command.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A command as somebody types it, within this process; what it has begun ends with {@link #close}. */
final class StartedCommand implements AutoCloseable {
    private static final Pattern ADDRESS = Pattern.compile(" listening on (\\S+)");

    private final Lifetime lifetime = new Lifetime();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final HttpClient client = HttpClient.newHttpClient();
    private final int code;

    StartedCommand(String... arguments) {
        this(Map.of(), arguments);
    }

    /** In an environment that sets flags. */
    StartedCommand(Map<String, String> environment, String... arguments) {
        code = new CommandTree(new Terminal(print(out), print(err)), lifetime, environment).run(arguments);
    }

    private static PrintStream print(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    int code() {
        return code;
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    /** Where it says that it listens. */
    String url() {
        Matcher address = ADDRESS.matcher(out());
        if (!address.find()) {
            throw new IllegalStateException("does not listen: " + out() + err());
        }
        return address.group(1);
    }

    HttpResponse<String> get(String path, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url() + path)).timeout(Duration.ofSeconds(30));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The lines of an event stream as they come. */
    Stream<String> events(String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url() + path))
                .header("Accept", "text/event-stream")
                .build();
        return client.sendAsync(request, HttpResponse.BodyHandlers.ofLines())
                .orTimeout(60, TimeUnit.SECONDS)
                .join()
                .body();
    }

    @Override
    public void close() {
        lifetime.end();
    }
}
