package dev.countersign.mock.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Documents that are listed, replaced and restored while they are served. */
class ReplacedDocumentsTest {
    private static final String DOCUMENTS = "/__mock/api/documents";

    @TempDir
    private Path folder;

    private Path pets;

    @BeforeEach
    void write() throws IOException {
        pets = Files.writeString(folder.resolve("pets.yaml"), document("/pets", "dog"));
    }

    private static String document(String path, String text) {
        return """
                openapi: 3.1.0
                info: {title: Animals, version: '1'}
                servers: [{url: '/'}]
                paths:
                  %s: {get: {responses: {'200': {description: '', content: {text/plain: {example: %s}}}}}}
                """.formatted(path, text);
    }

    private static StartedCommand serve(String... arguments) {
        return new StartedCommand(Stream.concat(Stream.of("serve", "--port", "0"), Stream.of(arguments))
                .toArray(String[]::new));
    }

    private static HttpResponse<String> replace(StartedCommand server, String name, String type, String text) {
        return server.send(HttpRequest.newBuilder(URI.create(server.url() + DOCUMENTS + "/" + name))
                .header("Content-Type", type)
                .PUT(BodyPublishers.ofString(text)));
    }

    private static HttpResponse<String> restore(StartedCommand server, String name) {
        return server.send(HttpRequest.newBuilder(URI.create(server.url() + DOCUMENTS + "/" + name))
                .DELETE());
    }

    private static JsonNode json(HttpResponse<String> response) {
        return JsonMapper.shared().readTree(response.body());
    }

    @Test
    void areListed() {
        try (StartedCommand server = serve(pets.toString())) {
            assertThat(server.get(DOCUMENTS).body())
                    .isEqualTo("{\"documents\":[{\"name\":\"pets\",\"title\":\"Animals\",\"version\":\"1\","
                            + "\"operations\":1,\"console\":\"/__mock/\",\"replaced\":false}]}");
        }
    }

    @Test
    void areReplacedByYamlAndByJsonAndRestored() {
        try (StartedCommand server = serve(pets.toString())) {
            HttpResponse<String> yaml = replace(server, "pets", "application/yaml", document("/cats", "cat"));
            assertThat(yaml.statusCode()).isEqualTo(200);
            assertThat(json(yaml).path("replaced").booleanValue()).isTrue();
            assertThat(server.get("/cats").body()).isEqualTo("cat");
            assertThat(server.get("/pets").statusCode()).isEqualTo(404);

            HttpResponse<String> changed = replace(server, "pets", "application/json", """
                    {"openapi": "3.1.0", "info": {"title": "Birds", "version": "2"}, "paths": {"/birds": {"get": {
                    "responses": {"200": {"description": "", "content": {"text/plain": {"example": "owl"}}}}}}}}
                    """);
            assertThat(changed.body()).contains("\"title\":\"Birds\"");
            assertThat(server.get("/birds").body()).isEqualTo("owl");

            assertThat(json(restore(server, "pets")).path("replaced").booleanValue())
                    .isFalse();
            assertThat(server.get("/pets").body()).isEqualTo("dog");
            assertThat(server.get("/birds").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void stayAsTheyAreWhenAnotherCannotBeServed() {
        try (StartedCommand server = serve(pets.toString())) {
            HttpResponse<String> refused = replace(
                    server,
                    "pets",
                    "application/yaml",
                    "openapi: 3.1.0\ninfo: {title: A, version: '1'}\npaths:\n  /a: {$ref: 'none.yaml'}\n");

            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
            assertThat(json(refused).path("detail").stringValue()).contains("what was served before still is");
            assertThat(json(refused).path("problems").path(0).stringValue())
                    .startsWith("pets.yaml:4")
                    .contains("none.yaml");
            assertThat(server.get("/pets").body()).isEqualTo("dog");
            assertThat(json(server.get(DOCUMENTS)).at("/documents/0/replaced").booleanValue())
                    .isFalse();
        }
    }

    @Test
    void referToFilesOfTheirFolderOnly() throws IOException {
        Path inside = Files.createDirectory(folder.resolve("inside"));
        Files.writeString(inside.resolve("part.yaml"), "{get: {responses: {'204': {description: ''}}}}");
        Path own = Files.copy(pets, inside.resolve("pets.yaml"));
        try (StartedCommand server = serve(own.toString())) {
            String part = "openapi: 3.1.0\ninfo: {title: A, version: '1'}\npaths: {/a: {$ref: part.yaml}}\n";
            assertThat(replace(server, "pets", "application/yaml", part).statusCode())
                    .isEqualTo(200);
            assertThat(server.get("/a").statusCode()).isEqualTo(204);

            HttpResponse<String> refused =
                    replace(server, "pets", "application/yaml", part.replace("part.yaml", "../pets.yaml"));
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.body()).contains("outside the folder").doesNotContain(folder.toString());
            assertThat(server.get("/a").statusCode()).isEqualTo(204);
        }
    }

    @Test
    void tellPagesThatAreOpen() {
        try (StartedCommand server = serve(pets.toString());
                Stream<String> events = server.events("/__mock/events")) {
            Iterator<String> lines = events.iterator();
            await(lines, "event: ready");
            replace(server, "pets", "application/yaml", document("/cats", "cat"));
            await(lines, "event: reload");
            assertThat(server.out()).contains("Replaced: 1 operation(s)");
        }
    }

    private static void await(Iterator<String> lines, String wanted) {
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            while (!lines.next().equals(wanted)) {}
        });
    }

    @Test
    void areReplacedOneOfSeveral() throws IOException {
        Path shop = Files.writeString(folder.resolve("shop.yaml"), document("/carts", "cart"));
        try (StartedCommand server = serve(pets.toString(), shop.toString())) {
            JsonNode listed = json(server.get(DOCUMENTS)).path("documents");
            assertThat(listed.valueStream().map(each -> each.path("console").stringValue()))
                    .containsExactly("/__mock/pets/", "/__mock/shop/");
            assertThat(json(server.get("/__mock/shop/api/documents")).path("documents"))
                    .isEqualTo(listed);

            assertThat(replace(server, "shop", "application/yaml", document("/baskets", "basket"))
                            .statusCode())
                    .isEqualTo(200);
            assertThat(server.get("/baskets").body()).isEqualTo("basket");
            assertThat(server.get("/carts").statusCode()).isEqualTo(404);
            assertThat(server.get("/pets").body()).isEqualTo("dog");
            assertThat(server.get("/__mock/shop/api/operations").body()).contains("/baskets");
        }
    }

    @Test
    void areServedFromTheirFilesAgainWhenTheseChange() throws IOException {
        try (StartedCommand server = serve(pets.toString());
                Stream<String> events = server.events("/__mock/events")) {
            Iterator<String> lines = events.iterator();
            await(lines, "event: ready");
            replace(server, "pets", "application/yaml", document("/cats", "cat"));
            await(lines, "event: reload");
            Files.writeString(pets, document("/pets", "another dog"));
            await(lines, "event: reload");
            assertThat(server.get("/pets").body()).isEqualTo("another dog");
            assertThat(json(server.get(DOCUMENTS)).at("/documents/0/replaced").booleanValue())
                    .isFalse();
        }
    }

    @Test
    void areNamedNearlyRight() throws IOException {
        Path animals = Files.copy(pets, folder.resolve("animals.yaml"));
        try (StartedCommand server = serve(animals.toString())) {
            HttpResponse<String> unknown = replace(server, "animal", "application/yaml", document("/cats", "cat"));

            assertThat(unknown.statusCode()).isEqualTo(404);
            assertThat(unknown.body()).contains("Did you mean \\\"animals\\\"?");
        }
    }

    @Test
    void haveABoundAndTakeLargeDocuments() {
        try (StartedCommand server = serve(pets.toString())) {
            String large = document("/large", "large") + "components: {schemas: {A: {description: '"
                    + "a".repeat(4 * 1024 * 1024) + "'}}}\n";
            assertThat(replace(server, "pets", "application/yaml", large).statusCode())
                    .isEqualTo(200);
            assertThat(server.get("/large").body()).isEqualTo("large");

            HttpResponse<String> tooLong = replace(server, "pets", "application/yaml", "a".repeat(33 * 1024 * 1024));
            assertThat(tooLong.statusCode()).isEqualTo(413);
            assertThat(tooLong.headers().firstValue("Content-Type")).contains("application/problem+json");
            assertThat(server.get("/large").body()).isEqualTo("large");
        }
    }

    @Test
    void areOfOtherTypesRefused() {
        try (StartedCommand server = serve(pets.toString())) {
            for (String text : List.of("", "[]", "null", "openapi: [", "\u0000")) {
                assertThat(replace(server, "pets", "application/yaml", text).statusCode())
                        .as(text)
                        .isBetween(400, 422);
            }
            assertThat(replace(server, "pets", "text/plain", document("/cats", "cat"))
                            .statusCode())
                    .isEqualTo(415);
            assertThat(server.get("/pets").body()).isEqualTo("dog");
        }
    }
}
