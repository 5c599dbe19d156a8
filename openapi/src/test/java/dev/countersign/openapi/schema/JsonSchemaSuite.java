package dev.countersign.openapi.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.openapi.Dialect;
import dev.countersign.openapi.SchemaNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Runs the public JSON Schema Test Suite. It is not part of this repository, so this class bears no name that the build
 * runs by itself: {@code mvn test -pl openapi -Dtest=JsonSchemaSuite -Dschema.suite=DIRECTORY}, where the directory is
 * the suite's {@code tests/draft2020-12}.
 *
 * <p>Left out, because a bundled document never needs it: schemas fetched from elsewhere and other meta-schemas, and
 * {@code $id} below a keyword that nobody knows (in an OpenAPI document schemas stand below many keywords that JSON
 * Schema does not know). Left out because it is honoured only partly: {@code idn-hostname} (RFC 3490, not RFC 5892) and
 * one IRI with an unbracketed IPv6 address.
 */
class JsonSchemaSuite {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_LEADING_ZEROS_FOR_NUMBERS)
            .build();

    private static final List<String> LEFT_OUT = List.of(
            "$id inside an unknown keyword is not a real identifier",
            "validation of internationalized host names: ",
            "an invalid IRI based on IPv6",
            "URN base URI with f-component");

    @TestFactory
    List<DynamicTest> agreesWithTheSuite() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        Path directory = Path.of(System.getProperty("schema.suite"));
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(it -> it.toString().endsWith(".json"))
                    .sorted(Comparator.comparing(Path::toString))
                    .toList()) {
                for (JsonNode group : JSON.readTree(Files.readString(file))) {
                    addTests(tests, directory.relativize(file).toString(), group);
                }
            }
        }
        return tests;
    }

    private static boolean isLeftOut(String name, JsonNode schema) {
        String text = schema.toString();
        return name.startsWith("refRemote.json")
                || LEFT_OUT.stream().anyMatch(name::contains)
                || text.contains("http://localhost:1234/draft2020-12/")
                || text.contains("\"$ref\":\"https://json-schema.org/");
    }

    private static void addTests(List<DynamicTest> tests, String file, JsonNode group) {
        JsonNode schema = group.path("schema");
        ObjectNode document = schema instanceof ObjectNode object ? object : JSON.createObjectNode();
        CompiledSchema compiled = Schemas.of(SampleSchemas.contract(Dialect.OPENAPI_3_1, document))
                .compile(new SchemaNode("", schema), Direction.ANY);
        for (JsonNode test : group.path("tests")) {
            String name = file + ": " + group.path("description").asString() + ": "
                    + test.path("description").asString();
            if (isLeftOut(name, schema)) {
                continue;
            }
            tests.add(DynamicTest.dynamicTest(name, () -> {
                boolean valid = test.path("valid").asBoolean();
                assertThat(compiled.accepts(test.path("data"))).as(name).isEqualTo(valid);
                assertThat(compiled.validate(test.path("data")).isEmpty()).isEqualTo(valid);
            }));
        }
    }
}
