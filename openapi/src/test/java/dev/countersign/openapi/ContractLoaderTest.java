package dev.countersign.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.countersign.openapi.contract.Contract;
import dev.countersign.openapi.contract.Example;
import dev.countersign.openapi.contract.HeaderSpec;
import dev.countersign.openapi.contract.Operation;
import dev.countersign.openapi.contract.Parameter;
import dev.countersign.openapi.contract.ResponseSpec;
import dev.countersign.openapi.contract.SecurityRequirement;
import dev.countersign.openapi.contract.SecurityScheme;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reading a document, wherever it lies. */
class ContractLoaderTest {
    @TempDir
    Path folder;

    private DocumentFiles files;

    @BeforeEach
    void files() {
        files = new DocumentFiles(folder);
    }

    @Test
    void readsEveryPartOfAnOperation() {
        files.with("api.yaml", """
                openapi: 3.1.0
                info: {title: Shop, version: '7'}
                servers: [{url: 'https://{zone}.invalid/v1', variables: {zone: {default: eu, enum: [eu, us]}}}]
                security: [{key: []}]
                paths:
                  /items/{id}:
                    parameters:
                      - {name: id, in: path, required: true, schema: {type: integer}}
                      - {name: lang, in: query, schema: {type: string}, example: de}
                    put:
                      operationId: putItem
                      tags: [Items]
                      parameters:
                        - {name: lang, in: query, required: true, schema: {type: string}}
                        - {name: filter, in: query, style: deepObject, explode: true, schema: {type: object}}
                        - {name: Accept, in: header, schema: {type: string}}
                      requestBody:
                        required: true
                        content:
                          application/json:
                            schema: {type: object}
                            examples: {full: {summary: All of it, value: {a: 1}, x-note: n}}
                      responses:
                        4xx: {description: refused}
                        200:
                          description: done
                          headers: {X-Rate: {schema: {type: integer}, example: 5}, Content-Type: {schema: {}}}
                          content: {application/json: {example: [1]}}
                components:
                  securitySchemes:
                    key: {type: apiKey, in: cookie, name: sid}
                """);

        Contract contract = files.load("api.yaml").contract();

        assertThat(contract.title()).isEqualTo("Shop");
        assertThat(contract.version()).isEqualTo("7");
        assertThat(contract.securitySchemes())
                .containsEntry("key", new SecurityScheme.ApiKey("sid", Parameter.In.COOKIE));
        Operation operation = contract.operation("putItem").orElseThrow();
        assertThat(operation.method() + " " + operation.path()).isEqualTo("PUT /items/{id}");
        assertThat(operation.servers().get(0).variables().get("zone").values()).containsExactly("eu", "us");
        assertThat(operation.security()).containsExactly(new SecurityRequirement(java.util.Map.of("key", List.of())));
        assertThat(operation.parameters())
                .extracting(parameter -> parameter.name() + " " + parameter.required() + " " + parameter.style() + " "
                        + parameter.explode())
                .containsExactly("id true SIMPLE false", "lang true FORM true", "filter false DEEP_OBJECT true");
        Example full = operation
                .requestBody()
                .orElseThrow()
                .content()
                .get(0)
                .examples()
                .get(0);
        assertThat(full.name()).isEqualTo("full");
        assertThat(full.summary()).isEqualTo("All of it");
        assertThat(full.extensions().get("x-note").stringValue()).isEqualTo("n");
        assertThat(operation.responses()).extracting(ResponseSpec::status).containsExactly("4XX", "200");
        ResponseSpec success = operation.responses().get(1);
        assertThat(success.headers()).extracting(HeaderSpec::name).containsExactly("X-Rate");
        assertThat(success.content().get(0).examples())
                .extracting(Example::name)
                .containsExactly("");
    }

    @Test
    void readsMergeKeysAndAliases() {
        files.with("api.yaml", """
                openapi: 3.0.0
                info: {title: T, version: '1'}
                x-common: &common
                  get: {operationId: other, summary: shared, responses: {}}
                paths:
                  /a:
                    <<: *common
                  /b:
                    <<: *common
                    get: {operationId: own, responses: {}}
                """);

        assertThat(files.load("api.yaml").contract().operations())
                .extracting(operation -> operation.path() + " " + operation.id())
                .containsExactly("/a other", "/b own");
    }

    @Test
    void readsADocumentAndTheFilesBesideItOverHttp() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/api/openapi.yaml", exchange -> answer(exchange, "openapi: 3.0.0\npaths: {/a: {$ref: a.yaml}}"));
        server.createContext("/api/a.yaml", exchange -> answer(exchange, "get: {operationId: far}"));
        server.start();
        try {
            URI document = new URI("http://localhost:" + server.getAddress().getPort() + "/api/openapi.yaml");

            Contract contract =
                    ContractLoader.load(document, LoadOptions.DEFAULT).contract();

            assertThat(contract.operations()).extracting(Operation::id).containsExactly("far");
        } finally {
            server.stop(0);
        }
    }

    private static void answer(HttpExchange exchange, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
