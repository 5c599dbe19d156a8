package dev.countersign.mock.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** What peers that take no document by their command line are given in its place. */
final class Stubs {
    static final String ANSWER = "{\"scope\":\"a b\",\"expiresIn\":3600}";

    private static final String SCHEMA = """
            {"type":"object","required":["email","password"],"properties":{
            "email":{"type":"string","format":"email"},"password":{"type":"string","minLength":4}}}""";
    private static final String REFUSAL = "{\"statusCode\":400,\"message\":\"Bad\",\"body\":\"why\"}";

    private Stubs() {}

    /** Two stubs for each operation: what fits its schema, and everything else. */
    static Path wireMock(BenchmarkDocument document, Path folder) throws IOException {
        List<Object> mappings = new ArrayList<>();
        for (int i = 0; i < document.operations(); i++) {
            String path = BenchmarkDocument.path(i);
            mappings.add(Map.of(
                    "priority",
                    1,
                    "request",
                    Map.of(
                            "method",
                            "POST",
                            "urlPath",
                            path,
                            "bodyPatterns",
                            List.of(Map.of("matchesJsonSchema", SCHEMA, "schemaVersion", "V202012"))),
                    "response",
                    answer(200, ANSWER)));
            mappings.add(Map.of(
                    "priority",
                    2,
                    "request",
                    Map.of("method", "POST", "urlPath", path),
                    "response",
                    answer(400, REFUSAL)));
        }
        Path file = Files.createDirectories(folder.resolve("mappings")).resolve("operations.json");
        Files.writeString(file, JsonMapper.shared().writeValueAsString(Map.of("mappings", mappings)));
        return folder;
    }

    private static Map<String, Object> answer(int status, String body) {
        return Map.of("status", status, "headers", Map.of("Content-Type", "application/json"), "body", body);
    }

    /** A request that makes MockServer read the document; answered with 201. */
    static byte[] mockServer(BenchmarkDocument document) {
        String body = JsonMapper.shared()
                .writeValueAsString(
                        Map.of("specUrlOrPayload", document.file().toUri().toString()));
        return ("PUT /mockserver/openapi HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                        + "Content-Length: " + body.length() + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.UTF_8);
    }

    /** nginx that answers with constant bytes. */
    static Path nginx(int port, Path folder) throws IOException {
        return nginx(port, folder, "default_type application/json; return 200 '" + ANSWER + "';");
    }

    /** nginx that passes everything on to another port, over connections that stay open. */
    static Path nginxProxy(int port, int target, Path folder) throws IOException {
        return nginx(
                port,
                folder,
                "proxy_http_version 1.1; proxy_set_header Connection ''; proxy_pass http://target;",
                "upstream target { server 127.0.0.1:" + target + "; keepalive 64; }");
    }

    private static Path nginx(int port, Path folder, String location, String... more) throws IOException {
        Path file = Files.createDirectories(folder).resolve("nginx.conf");
        Files.writeString(file, """
                daemon off; master_process off; pid nginx.pid; error_log stderr crit;
                events { worker_connections 256; }
                http {
                  access_log off; client_max_body_size 64m; keepalive_requests 1000000000;
                  client_body_temp_path body; proxy_temp_path proxy; fastcgi_temp_path fastcgi;
                  uwsgi_temp_path uwsgi; scgi_temp_path scgi;
                  %s
                  server { listen 127.0.0.1:%d; location / { %s } }
                }
                """.formatted(String.join(" ", more), port, location));
        return folder;
    }
}
