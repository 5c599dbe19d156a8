package dev.countersign.mock.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.countersign.mock.cli.command.ExitCode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Several documents on one server, called over the network. */
class SeveralDocumentsTest {
    @TempDir
    private Path folder;

    /** A document with one path, whose operation answers with a text. */
    private String document(String file, String server, String path, String text) throws IOException {
        return Files.writeString(folder.resolve(file), """
                openapi: 3.1.0
                info: {title: '%s', version: '1'}
                servers: [{url: '%s'}]
                paths:
                  %s:
                    get: {operationId: get-%s, responses: {'200': {description: '', content: {text/plain: {example: %s}}}}}
                """.formatted(file, server, path, text, text))
                .toString();
    }

    private static StartedCommand serve(String... arguments) {
        List<String> all = new ArrayList<>(List.of("serve", "--port", "0"));
        Collections.addAll(all, arguments);
        return new StartedCommand(all.toArray(String[]::new));
    }

    @Test
    void areServedBelowThePathsOfTheirServers() throws IOException {
        String pets = document("pets.yaml", "https://pets.example/v1/pets", "/list", "dog");
        String shop = document("shop.yaml", "/v1", "/list", "cart");
        try (StartedCommand server = serve(pets, shop)) {
            assertThat(server.get("/v1/pets/list").body()).isEqualTo("dog");
            assertThat(server.get("/v1/list").body()).isEqualTo("cart");
            assertThat(server.out())
                    .contains("Mock of 2 documents listening on " + server.url())
                    .contains("pets: pets.yaml 1 at " + server.url() + "/v1/pets")
                    .contains("GET " + server.url() + "/v1/list");
        }
    }

    @Test
    void areServedBelowTheirPrefixes() throws IOException {
        String pets = document("pets.yaml", "/api", "/list", "dog");
        String shop = document("shop.yaml", "/api", "/list", "cart");
        try (StartedCommand server = serve(pets, shop, "--prefix", "pets=/p,shop=/s/", "--prefix", "shop=/t")) {
            assertThat(server.get("/p/list").body()).isEqualTo("dog");
            assertThat(server.get("/s/list").body()).isEqualTo("cart");
            assertThat(server.get("/t/api/list").body()).isEqualTo("cart");
            assertThat(server.err()).isEmpty();
        }
    }

    @Test
    void namesTheDocumentsWhereNoneFits() throws IOException {
        String pets = document("pets.yaml", "/pets", "/list", "dog");
        String shop = document("shop.yaml", "/shop", "/list", "cart");
        try (StartedCommand server = serve(pets, shop)) {
            HttpResponse<String> answer = server.get("/petshop/list");

            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
            assertThat(answer.body()).contains("/pets/ (pets, pets.yaml)", "/shop/ (shop, shop.yaml)");
        }
    }

    @Test
    void shareAPathAsLongAsTheirOperationsDiffer() throws IOException {
        String pets = document("pets.yaml", "/", "/pets", "dog");
        String shop = document("shop.yaml", "/", "/carts", "cart");
        try (StartedCommand server = serve(pets, shop)) {
            assertThat(server.get("/pets").body()).isEqualTo("dog");
            assertThat(server.get("/carts").body()).isEqualTo("cart");
            assertThat(server.get("/dogs").statusCode()).isEqualTo(404);
            HttpRequest.Builder post = HttpRequest.newBuilder(URI.create(server.url() + "/carts"))
                    .POST(HttpRequest.BodyPublishers.noBody());
            assertThat(server.send(post).headers().firstValue("Allow")).contains("GET, HEAD, OPTIONS");
            assertThat(server.err()).isEmpty();
        }
    }

    @Test
    void sayWhichOperationsCollide() throws IOException {
        String pets = document("pets.yaml", "/api", "/list/{id}", "dog");
        String shop = document("shop.yaml", "/api", "/list/{number}", "cart");
        try (StartedCommand server = serve(pets, shop)) {
            assertThat(server.err())
                    .contains(
                            "warning: GET /api/list/{number} is in pets (get-dog) and in shop (get-cart), and pets answers it.")
                    .contains("--prefix shop=/shop");
            assertThat(server.get("/api/list/1").body()).isEqualTo("dog");
        }
    }

    @Test
    void haveAConsoleAndAControlApiEach() throws IOException {
        String pets = document("pets.yaml", "/pets", "/list", "dog");
        String shop = document("shop.yaml", "/shop", "/list", "cart");
        try (StartedCommand server = serve(pets, shop)) {
            assertThat(server.get("/__mock/pets/api/operations").body())
                    .contains("get-dog")
                    .doesNotContain("get-cart");
            assertThat(server.get("/__mock/shop/api/operations").body())
                    .contains("get-cart")
                    .doesNotContain("get-dog");
            HttpRequest.Builder change = HttpRequest.newBuilder(
                            URI.create(server.url() + "/__mock/pets/api/operations/get-dog/answer"))
                    .header("Content-Type", "application/json")
                    .PUT(HttpRequest.BodyPublishers.ofString("{\"status\": \"200\", \"fault\": \"empty\"}"));
            assertThat(server.send(change).statusCode()).isEqualTo(200);
            assertThat(server.get("/pets/list").body()).isEmpty();
            assertThat(server.get("/shop/list").body()).isEqualTo("cart");
            assertThat(server.get("/__mock/").body()).contains("/__mock/pets/", "/__mock/shop/docs");
            assertThat(server.get("/__mock/ready").statusCode()).isEqualTo(200);
            assertThat(server.get("/__mock/api/operations").body()).contains("/__mock/pets/");
        }
    }

    @Test
    void haveOneFrontPage() throws IOException {
        String pets = document("pets.yaml", "/", "/pets", "dog");
        String shop = document("shop.yaml", "/shop", "/list", "cart");
        try (StartedCommand server = serve(pets, shop)) {
            assertThat(server.get("/", "Accept", "text/html").body())
                    .contains("GET /pets", "GET /shop/list", "/__mock/shop/");
        }
    }

    @Test
    void areAllReadBeforeAnyIsServed() throws IOException {
        String pets = document("pets.yaml", "/pets", "/list", "dog");
        Path wrong = Files.writeString(folder.resolve("wrong.yaml"), "openapi: [");
        Path none = folder.resolve("none.yaml");
        try (StartedCommand server = serve(pets, wrong.toString(), none.toString())) {
            assertThat(server.code()).isEqualTo(ExitCode.FAILURE);
            assertThat(server.out()).isEmpty();
            assertThat(server.err()).contains("wrong.yaml", "none.yaml: error: There is no such file");
        }
    }

    @Test
    void areNamedWhenOneCannotBeADocument() throws IOException {
        String pets = document("pets.yaml", "/pets", "/list", "dog");
        try (StartedCommand server = serve(pets, "nul\0.yaml")) {
            assertThat(server.code()).isEqualTo(ExitCode.USAGE);
            assertThat(server.err()).contains("neither a file name nor an address: nul\\u0000.yaml");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "shop|'shop' is not like auth=/auth",
                "shop=s|'shop=s' is not like auth=/auth",
                "shop=/a b|is not like auth=/auth",
                "shpo=/s|there is no document 'shpo'. Did you mean shop?",
                "other=/s|there is no document 'other'. There are: pets, shop",
            })
    void needPrefixesThatNameThem(String prefix, String complaint) throws IOException {
        String pets = document("pets.yaml", "/pets", "/list", "dog");
        String shop = document("shop.yaml", "/shop", "/list", "cart");
        try (StartedCommand server = serve(pets, shop, "--prefix", prefix)) {
            assertThat(server.code()).isEqualTo(ExitCode.USAGE);
            assertThat(server.err()).contains("--prefix: ", complaint);
        }
    }

    @Test
    void areServedAnewBelowTheirNewPaths() throws IOException {
        Path pets = Path.of(document("pets.yaml", "/pets", "/list", "dog"));
        String shop = document("shop.yaml", "/shop", "/list", "cart");
        try (StartedCommand server = serve(pets.toString(), shop);
                Stream<String> events = server.events("/__mock/pets/events")) {
            Iterator<String> each = events.iterator();
            skipTo("event: ready", each); // What happens before it is not heard of.
            document("pets.yaml", "/animals", "/list", "cat");
            skipTo("event: reload", each);

            assertThat(server.get("/animals/list").body()).isEqualTo("cat");
            assertThat(server.get("/pets/list").statusCode()).isEqualTo(404);
            assertThat(server.get("/shop/list").body()).isEqualTo("cart");
        }
    }

    private static void skipTo(String line, Iterator<String> lines) {
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            while (!lines.next().equals(line)) {}
        });
    }
}
