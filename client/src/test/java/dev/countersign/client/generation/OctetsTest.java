package dev.countersign.client.generation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
