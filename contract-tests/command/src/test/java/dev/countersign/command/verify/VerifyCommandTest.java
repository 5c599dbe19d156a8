package dev.countersign.command.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.command.CommandRun;
import dev.countersign.openapi.ContractLoader;
import dev.countersign.verify.provider.OwnMock;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerifyCommandTest {
    private static final String SHOP = """
            openapi: 3.1.0
            info: {title: Shop, version: '1'}
            paths:
              /orders/{id}:
                get:
                  operationId: getOrder
                  parameters: [{name: id, in: path, required: true, example: '7', schema: {type: string}}]
                  responses:
                    '200':
                      description: ''
                      content:
                        application/json:
                          schema: {type: object, required: [total], properties: {total: {type: integer}}}
                          example: {total: 5}
            """;

    @TempDir
    private Path folder;

    private Path document;

    @BeforeEach
    void writeDocument() throws IOException {
        document = Files.writeString(folder.resolve("shop.yaml"), SHOP);
    }

    private CommandRun verify(String url) {
        return CommandRun.of(
                "verify",
                document.toString(),
                "--url",
                url,
                "-o",
                folder.resolve("out").toString());
    }

    /** A provider of another document stands for one that has been changed. */
    private OwnMock provider(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("provider.yaml"), text);
        return OwnMock.of(ContractLoader.load(file).contract());
    }

    @Test
    void aProviderThatKeepsTheDocumentPasses() throws IOException {
        try (OwnMock provider = provider(SHOP)) {
            CommandRun run = verify(provider.url().toString());

            assertThat(run.out()).contains("The contract is kept: Shop 1");
            assertThat(run.code()).isZero();
            assertThat(folder.resolve("out/verification/report.html")).exists();
        }
    }

    @Test
    void aProviderThatBreaksItIsNamedWithOperationAndField() throws IOException {
        try (OwnMock provider = provider(SHOP.replace("total: {type: integer}", "total: {type: string}")
                .replace("{total: 5}", "{total: five}"))) {
            CommandRun run = verify(provider.url().toString());

            assertThat(run.code()).isEqualTo(1);
            assertThat(run.out()).contains("getOrder").contains("total").contains("breaks the contract");
        }
    }

    @Test
    void aProviderThatIsDownIsToldOnce() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }

        CommandRun run = verify("http://127.0.0.1:" + port);

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out().lines().filter(line -> line.contains("✗ ") && line.contains("" + port)))
                .hasSizeLessThanOrEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:8080", "ftp://localhost", "http://", "http://a b"})
    void anAddressMustBeOne(String url) {
        CommandRun run = verify(url);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("--url is no http(s) address, such as http://localhost:8080");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void aDocumentThatIsMissingIsNamed() {
        CommandRun run = CommandRun.of(
                "verify",
                folder.resolve("none.yaml").toString(),
                "--url",
                "http://127.0.0.1:1",
                "-o",
                folder.resolve("out").toString());

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("There is no such file.");
    }
}
