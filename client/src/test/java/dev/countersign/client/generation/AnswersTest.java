package dev.countersign.client.generation;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.countersign.client.ClientBuilder;
import dev.countersign.client.DecodingException;
import dev.countersign.client.runtime.json.Json;
import java.lang.reflect.InvocationTargetException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers that the contract allows to be JSON or text are read as their own {@code Content-Type} says. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AnswersTest {
    private static final String DOCUMENT = """
            openapi: 3.0.3
            info: {title: Answers, version: '1'}
            paths:
              /any: {get: {operationId: any, responses: {'200': {description: ok, content: {'*/*': {schema: {type: string}}}}}}}
              /maybe: {get: {operationId: maybe, responses: {'200': {description: ok, content: {'*/*': {schema: {type: string, nullable: true}}}}}}}
              /both: {get: {operationId: both, responses: {'200': {description: ok, content: {text/plain: {schema: {type: string}}, application/json: {schema: {type: string}}, text/json: {schema: {type: string}}}}}}}
              /number: {get: {operationId: number, responses: {'200': {description: ok, content: {text/plain: {schema: {type: integer}}, application/json: {schema: {type: integer}}}}}}}
              /model: {get: {operationId: model, responses: {'200': {description: ok, content: {application/xml: {}, application/json: {schema: {type: object, required: [n], properties: {n: {type: integer}}}}}}}}}
              /json: {get: {operationId: json, responses: {'200': {description: ok, content: {application/json: {schema: {type: string}}}}}}}
              /text: {get: {operationId: text, responses: {'200': {description: ok, content: {text/plain: {}}}}}}
            """;

    private GeneratedClient client;
    private HttpServer server;
    private Object calls;
    private volatile String type = "";
    private volatile byte[] body = {};

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        client = GeneratedClient.of(Files.writeString(folder.resolve("answers.yaml"), DOCUMENT), folder);
        assertThat(client.complaints()).isEmpty();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", type);
            exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
            if (body.length > 0) {
                exchange.getResponseBody().write(body);
            }
            exchange.close();
        });
        server.start();
        Class<?> made = client.root("OddClient");
        ClientBuilder<?> builder = (ClientBuilder<?>) made.getMethod("builder").invoke(null);
        builder.baseUrl("http://127.0.0.1:" + server.getAddress().getPort());
        calls = made.getMethod("defaultApi").invoke(builder.build());
    }

    @AfterAll
    void stop() {
        server.stop(0);
    }

    private String read(String operation, String contentType, byte[] content) throws Exception {
        type = contentType;
        body = content;
        try {
            Object value = client.facade("DefaultApi").getMethod(operation).invoke(calls);
            return new String(Json.write(value), UTF_8);
        } catch (InvocationTargetException e) {
            assertThat(e.getCause()).isInstanceOf(DecodingException.class);
            return String.valueOf(e.getCause().getMessage());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            any    | text/plain                | hi        | "hi"
            any    | application/json          | "hi"      | "hi"
            any    | text/plain                | ``        | ""
            maybe  | text/plain                | hi        | "hi"
            maybe  | application/json          | null      | null
            both   | text/plain; charset=utf-8 | "hi"      | "\\"hi\\""
            both   | text/json                 | "hi"      | "hi"
            number | text/plain                | 12        | 12
            number | application/json          | 12        | 12
            model  | application/json          | {"n":1}   | {"n":1}
            text   | application/json          | "hi"      | "\\"hi\\""
            """)
    void isAValueOfItsType(String operation, String contentType, String content, String value) throws Exception {
        assertThat(read(operation, contentType, content.getBytes(UTF_8))).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            number | text/plain       | twelve | expected JSON, got text/plain
            number | text/plain       | ``     | it is empty
            model  | application/xml  | <n/>   | expected JSON, got application/xml
            json   | text/plain       | hi     | expected JSON, got text/plain
            any    | application/json | ``     | it is empty
            """)
    void isNoneThatFits(String operation, String contentType, String content, String what) throws Exception {
        assertThat(read(operation, contentType, content.getBytes(UTF_8))).endsWith(what);
    }

    @ParameterizedTest
    @CsvSource({"any", "maybe", "both", "text"})
    void isInTheCharacterSetThatTheAnswerNames(String operation) throws Exception {
        assertThat(read(operation, "text/plain; charset=ISO-8859-1", "ü".getBytes(ISO_8859_1)))
                .isEqualTo("\"ü\"");
    }
}
