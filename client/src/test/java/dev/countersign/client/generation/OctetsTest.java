package dev.countersign.client.generation;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.client.Binary;
import dev.countersign.client.runtime.body.Payload;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The ways in which documents say that something is a file, or a number too large for a {@code long}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OctetsTest {
    private GeneratedClient client;

    @BeforeAll
    void generate(@TempDir Path folder) {
        client = GeneratedClient.of(Path.of("src/test/resources/contracts/octets.yaml"), folder);
        assertThat(client.complaints()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "format, Binary",
        "mediaType, Binary",
        "mediaTypes, List<Binary>",
        "untyped, Binary",
        "encoded, Binary",
        "encodedText, Binary",
        "encodedItems, List<Binary>",
        "maybe, Binary",
        "raw, Binary",
        "inBase64, byte[]",
        "justBase64, byte[]",
        "json, String",
        "text, String",
        "xml, String",
        "token, String",
        "lines, String",
        "query, String",
        "key, String",
        "inBase16, String",
        "encodedAsText, Object",
        "encodedAsJson, Object",
        "anything, Object",
        "unsigned, BigInteger",
        "small, Long",
    })
    void propertyTakes(String property, String expected) throws Exception {
        assertThat(setter("Upload", property)).isEqualTo(expected);
    }

    private String setter(String model, String property) throws ClassNotFoundException {
        Class<?> builder = Stream.of(client.model(model).getClasses())
                .filter(type -> type.getSimpleName().equals("Builder"))
                .findFirst()
                .orElseThrow();
        return Stream.of(builder.getMethods())
                .filter(method -> method.getName().equals(property))
                .map(method -> method.getGenericParameterTypes()[0])
                .filter(type -> !type.getTypeName().startsWith("java.util.Optional"))
                .map(OctetsTest::simple)
                .findFirst()
                .orElseThrow();
    }

    private static String simple(Type type) {
        String name = type.getTypeName().replaceAll("[a-z]+\\.", "");
        return name.equals("long") ? "Long" : name;
    }

    @Test
    void anAnswerOfOctetsIsOctetsWhateverItsMediaTypeSays() throws Exception {
        assertThat(client.facade("DefaultApi").getMethod("inline").getReturnType())
                .isEqualTo(byte[].class);
        assertThat(client.facade("DefaultApi").getMethod("referred").getReturnType())
                .isEqualTo(byte[].class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "xml", "said"})
    void areOctetsAlsoWhereTheirMediaTypeIsOneOfText(String operation) throws Exception {
        Class<?> calls = client.facade("DefaultApi");

        assertThat(calls.getMethod(operation, Binary.class).getReturnType()).isEqualTo(byte[].class);
        assertThat(calls.getMethod("reallyText").getReturnType()).isEqualTo(String.class);
    }

    /** Of a multipart body any property may be a file. */
    @Test
    void mayBeAPropertyThatTheContractDoesNotName() throws Exception {
        Object builder = client.model("Upload").getMethod("builder").invoke(null);
        Method more = builder.getClass().getMethod("additionalProperty", String.class, Object.class);
        byte[] octets = {(byte) 0xff, 0, (byte) 0xc3};
        more.invoke(builder, "one", Binary.of(octets).withFileName("one.bin"));
        more.invoke(builder, "more", List.of(Binary.of("a"), Binary.of("b")));
        Object upload = builder.getClass().getMethod("build").invoke(builder);

        Payload sent = Payload.multipart("multipart/form-data", upload, List.of());

        assertThat(sent).isNotNull();
        assertThat(new String(sent.held(), ISO_8859_1))
                .contains(
                        "name=\"one\"; filename=\"one.bin\"\r\nContent-Type: application/octet-stream\r\n\r\n\u00ff\u0000\u00c3\r\n",
                        "name=\"more\"; filename=\"more\"\r\nContent-Type: application/octet-stream\r\n\r\na\r\n",
                        "\r\n\r\nb\r\n");
        assertThat(new String(
                        Payload.form("application/x-www-form-urlencoded", upload, List.of())
                                .held(),
                        ISO_8859_1))
                .isEqualTo("one=%FF%00%C3&more=a&more=b");
    }

    @Test
    void soIsAFileOfSwaggerBesideTheMediaTypesOfAllOperations(@TempDir Path folder) throws Exception {
        GeneratedClient swagger = GeneratedClient.of(swagger(folder), folder);

        assertThat(swagger.complaints()).isEmpty();
        assertThat(swagger.facade("DefaultApi").getMethod("file").getReturnType())
                .isEqualTo(byte[].class);
    }

    private static Path swagger(Path folder) throws IOException {
        return Files.writeString(folder.resolve("swagger.yaml"), """
                swagger: '2.0'
                info: {title: Files, version: '1'}
                produces: [application/json]
                paths:
                  /file: {get: {operationId: file, responses: {'200': {description: a file, schema: {type: file}}}}}
                """);
    }
}
