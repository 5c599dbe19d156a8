package dev.countersign.mock.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A document of the size and shape of the largest public ones: 700 operations, 3 MB, every schema recursive and a union of
 * eight alternatives.
 */
final class LargeDocument {
    private static final int OPERATIONS = 700;
    private static final int ALTERNATIVES = 8;

    private LargeDocument() {}

    static BenchmarkDocument write(Path folder) throws IOException {
        StringBuilder text =
                new StringBuilder("{\"openapi\":\"3.1.0\",\"info\":{\"title\":\"Large\",\"version\":\"1\"},");
        text.append("\"paths\":{");
        for (int i = 0; i < OPERATIONS; i++) {
            text.append(i == 0 ? "" : ",")
                    .append("\"/group%d/operation%d\":{\"post\":{\"operationId\":\"operation%d\","
                            .formatted(i % 10, i, i))
                    .append("\"requestBody\":{\"content\":{\"application/json\":{\"schema\":{\"$ref\":")
                    .append("\"#/components/schemas/Node%d\"}}}},\"responses\":{\"200\":{\"description\":\"ok\","
                            .formatted(i))
                    .append(
                            "\"content\":{\"application/json\":{\"schema\":{\"$ref\":\"#/components/schemas/Node%d\"}}}}}}}"
                                    .formatted(i));
        }
        text.append("},\"components\":{\"schemas\":{");
        for (int i = 0; i < OPERATIONS; i++) {
            text.append(i == 0 ? "" : ",")
                    .append("\"Node%d\":{\"type\":\"object\",\"required\":[\"email\",\"password\"],".formatted(i))
                    .append("\"properties\":{\"email\":{\"type\":\"string\"},\"password\":{\"type\":\"string\"},")
                    .append("\"next\":{\"$ref\":\"#/components/schemas/Node%d\"},".formatted((i + 1) % OPERATIONS))
                    .append("\"children\":{\"type\":\"array\",\"items\":{\"$ref\":\"#/components/schemas/Node%d\"}},"
                            .formatted(i))
                    .append("\"value\":{\"oneOf\":[");
            for (int j = 0; j < ALTERNATIVES; j++) {
                text.append(j == 0 ? "" : ",")
                        .append("{\"type\":\"object\",\"description\":\"%s\",\"required\":[\"kind\"],"
                                .formatted("One of several ways in which this value may be given. ".repeat(6)))
                        .append("\"properties\":{\"kind\":{\"const\":\"k%d\"},\"deep\":{\"$ref\":".formatted(j))
                        .append("\"#/components/schemas/Node%d\"}}}".formatted((i + j) % OPERATIONS));
            }
            text.append("]}}}");
        }
        text.append("}}}");
        Path file = folder.resolve("large.json");
        Files.writeString(file, text);
        return new BenchmarkDocument(OPERATIONS, file);
    }
}
