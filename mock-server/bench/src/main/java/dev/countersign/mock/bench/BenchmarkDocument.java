package dev.countersign.mock.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A document with a given number of operations, each a POST that takes a small JSON object and answers with another.
 *
 * @param operations how many
 * @param file where it was written
 */
record BenchmarkDocument(int operations, Path file) {
    static final String VALID = "{\"email\":\"abc@abc.com\",\"password\":\"Gpattm@#124\"}";
    static final String INVALID = "{\"email\":5}";

    static BenchmarkDocument write(Path folder, int operations) throws IOException {
        StringBuilder text = new StringBuilder("""
                {"openapi":"3.0.3","info":{"title":"Benchmark","version":"1"},"paths":{
                """);
        for (int i = 0; i < operations; i++) {
            text.append(i == 0 ? "" : ",\n").append("""
                            "/group%d/operation%d":{"post":{"operationId":"operation%d","requestBody":{"required":true,
                            "content":{"application/json":{"schema":{"$ref":"#/components/schemas/Input%d"}}}},
                            "responses":{"200":{"description":"ok","content":{"application/json":{
                            "schema":{"$ref":"#/components/schemas/Output%d"},
                            "examples":{"ok":{"value":{"scope":"a b","expiresIn":3600}}}}}},
                            "400":{"description":"bad","content":{"application/json":{
                            "schema":{"$ref":"#/components/schemas/Fault"},
                            "examples":{"bad":{"value":{"statusCode":400,"message":"Bad","body":"why"}}}}}}}}}""".formatted(i % 10, i, i, i, i));
        }
        text.append("},\"components\":{\"schemas\":{");
        for (int i = 0; i < operations; i++) {
            text.append("""
                    "Input%d":{"type":"object","required":["email","password"],"properties":{
                    "email":{"type":"string","format":"email"},"password":{"type":"string","minLength":4}}},
                    "Output%d":{"type":"object","required":["scope"],"properties":{
                    "scope":{"type":"string"},"expiresIn":{"type":"integer"}}},
                    """.formatted(i, i));
        }
        text.append("""
                "Fault":{"type":"object","required":["statusCode","message","body"],"properties":{
                "statusCode":{"type":"integer"},"message":{"type":"string"},"body":{"type":"string"}}}}}}
                """);
        Path file = folder.resolve("operations-" + operations + ".json");
        Files.writeString(file, text);
        return new BenchmarkDocument(operations, file);
    }

    /** A whole HTTP/1.1 request to the last operation, valid or with one wrong and one missing property. */
    byte[] request(boolean valid) {
        String body = valid ? VALID : INVALID;
        return ("POST " + path() + " HTTP/1.1\r\n"
                        + "Host: localhost\r\nContent-Type: application/json\r\nAccept: application/json\r\n"
                        + "Content-Length: " + body.length() + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** The path of the last operation. */
    String path() {
        return path(operations - 1);
    }

    /** The path of an operation, counted from 0. */
    static String path(int operation) {
        return "/group" + operation % 10 + "/operation" + operation;
    }
}
