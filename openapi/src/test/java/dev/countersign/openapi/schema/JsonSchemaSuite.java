package dev.countersign.openapi.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.openapi.contract.Dialect;
import dev.countersign.openapi.contract.SchemaNode;
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
 * the suite's {@code tests/draft2020-12}, or {@code tests/draft4}, on whose successor OpenAPI 3.0 builds.
 *
 * <p>Left out, because a bundled document never needs it: schemas fetched from elsewhere and other meta-schemas, and
 * {@code $id} below a keyword that is not known (in an OpenAPI document schemas stand below many keywords that JSON
 * Schema does not know). Left out because it is honoured only partly: {@code idn-hostname} (RFC 3490, not RFC 5892) and
 * one IRI with an unbracketed IPv6 address. Of draft 4, what needs {@code id}, which OpenAPI 3.0 does not have, and that
 * {@code 1.0} is no integer, which later dialects took back.
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

    private static final List<String> LEFT_OUT_OF_DRAFT_4 = List.of(
            "id inside an enum is not a real identifier",
            "$ref prevents a sibling id from changing the base uri",
            "Location-independent identifier",
            "Recursive references between schemas",
            "id must be resolved against nearest parent",
            "a float is not an integer even without fractional part");

    @TestFactory
    List<DynamicTest> agreesWithTheSuite() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        Path directory = Path.of(System.getProperty("schema.suite"));
        Dialect dialect = directory.endsWith("draft4") ? Dialect.OPENAPI_3_0 : Dialect.OPENAPI_3_1;
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(it -> it.toString().endsWith(".json"))
                    .sorted(Comparator.comparing(Path::toString))
                    .toList()) {
                for (JsonNode group : JSON.readTree(Files.readString(file))) {
                    addTests(tests, dialect, directory.relativize(file).toString(), group);
                }
            }
        }
        return tests;
    }

    private static boolean isLeftOut(Dialect dialect, String name, JsonNode schema) {
        String text = schema.toString();
        if (dialect == Dialect.OPENAPI_3_0
                && (LEFT_OUT_OF_DRAFT_4.stream().anyMatch(name::contains) || text.contains("\"$ref\":\"http://"))) {
            return true;
        }
        return name.startsWith("refRemote.json")
                || LEFT_OUT.stream().anyMatch(name::contains)
                || text.contains("http://localhost:1234/draft2020-12/")
                || text.contains("\"$ref\":\"https://json-schema.org/");
    }

    private static void addTests(List<DynamicTest> tests, Dialect dialect, String file, JsonNode group) {
        JsonNode schema = group.path("schema");
        ObjectNode document = schema instanceof ObjectNode object ? object : JSON.createObjectNode();
        CompiledSchema compiled = Schemas.of(SampleSchemas.contract(dialect, document))
                .compile(SchemaNode.of(document, dialect, "").insteadOf(schema), Direction.ANY);
        for (JsonNode test : group.path("tests")) {
            String name = file + ": " + group.path("description").asString() + ": "
                    + test.path("description").asString();
            if (isLeftOut(dialect, name, schema)) {
                continue;
            }
            tests.add(DynamicTest.dynamicTest(name, () -> {
                boolean valid = test.path("valid").asBoolean();
                assertThat(compiled.accepts(test.path("data"))).as(name).isEqualTo(valid);
                assertThat(compiled.validate(test.path("data")).isEmpty()).isEqualTo(valid);
                assertThat(SampleSchemas.acceptsText(compiled, JSON.writeValueAsString(test.path("data"))))
                        .isEqualTo(valid);
            }));
        }
    }
}
