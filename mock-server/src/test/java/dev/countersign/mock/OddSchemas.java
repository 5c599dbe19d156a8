package dev.countersign.mock;

import dev.countersign.openapi.contract.Contract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The table of odd schemas to which everything is held that walks schemas. */
public final class OddSchemas {
    private static final Path TABLE = Path.of("../openapi/src/test/resources/contracts/odd-schemas.yaml");
    private static final Pattern NAME =
            Pattern.compile("^    (Odd(?!Half|Secret|Attribute|CircleBack)\\w+):", Pattern.MULTILINE);

    private OddSchemas() {}

    private static String table() {
        try {
            return Files.readString(TABLE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names of the schemas. */
    public static List<String> names() {
        return NAME.matcher(table()).results().map(match -> match.group(1)).toList();
    }

    /** A contract that receives and sends what each schema describes, in JSON, XML and forms. */
    public static Contract contract() {
        String paths = String.join("", names().stream().map(OddSchemas::paths).toList());
        return Contracts.parse(table().replace("paths: {}\n", "paths:\n" + paths));
    }

    private static String paths(String name) {
        String content = "{schema: {$ref: '#/components/schemas/" + name + "'}";
        return """
                  /NAME:
                    post:
                      parameters: [{name: q, in: query, schema: {type: integer}}]
                      requestBody: {content: {application/json: BODY}, application/xml: BODY}, application/x-www-form-urlencoded: BODY}}}
                      responses:
                        '200': {description: '', content: {application/xml: BODY, example: {count: 1, key: k}}}}
                        '422': {description: '', content: {application/json: BODY, example: {count: 1, problems: [old]}}}}
                """.replace("NAME", name).replace("BODY", content);
    }
}
