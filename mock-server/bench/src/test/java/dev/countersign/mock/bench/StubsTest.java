package dev.countersign.mock.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class StubsTest {
    @TempDir
    Path folder;

    @Test
    void giveWireMockAnAnswerAndARefusalForEachOperation() throws Exception {
        BenchmarkDocument document = BenchmarkDocument.write(folder, 3);
        Path stubs = Stubs.wireMock(document, folder.resolve("stubs"));
        JsonNode mappings = JsonMapper.shared()
                .readTree(Files.readString(stubs.resolve("mappings/operations.json")))
                .path("mappings");

        assertThat(mappings.size()).isEqualTo(6);
        assertThat(mappings.at("/4/request/urlPath").asString()).isEqualTo(document.path());
        assertThat(mappings.at("/4/response/status").asInt()).isEqualTo(200);
        assertThat(mappings.at("/5/response/status").asInt()).isEqualTo(400);
    }

    @Test
    void letNginxListenOnLoopbackAlone() throws Exception {
        Path configured = Stubs.nginxProxy(18080, 18081, folder.resolve("nginx"));

        assertThat(Files.readString(configured.resolve("nginx.conf")))
                .contains("listen 127.0.0.1:18080;", "server 127.0.0.1:18081;", "proxy_pass http://target;");
    }
}
