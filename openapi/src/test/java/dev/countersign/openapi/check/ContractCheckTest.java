package dev.countersign.openapi.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.openapi.DocumentFiles;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ContractCheckTest {
    private static final String SOUND = """
            openapi: 3.1.0
            info:
              title: Notes
              version: '1'
            paths:
              /notes/{id}:
                put:
                  operationId: putNote
                  parameters:
                    - name: id
                      in: path
                      required: true
                      schema: {type: integer}
                      example: 4
                  requestBody:
                    content:
                      application/json:
                        schema: {$ref: '#/components/schemas/Note'}
                        examples: {ok: {value: {text: hello}}}
                  responses:
                    '200':
                      description: ok
                      content:
                        application/json:
                          schema: {$ref: '#/components/schemas/Note'}
                          examples: {ok: {value: {text: hello}}}
            components:
              schemas:
                Note:
                  type: object
                  required: [text]
                  properties:
                    text: {type: string}
                    apiToken: {type: string, format: password}
                    nextPageToken: {type: string}
            """;

    @TempDir
    Path folder;

    @Test
    void findsNothingInASoundContract() {
        DocumentFiles files = new DocumentFiles(folder).with("api.yaml", SOUND);

        assertThat(ContractCheck.all(files.load("api.yaml"))).isEmpty();
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                fault("  version: '1'\n", "", "api.yaml:2 (/info): error: The info has no \"version\". Add it."),
                fault(
                        "title: Notes",
                        "title: [Notes]",
                        "api.yaml:3 (/info/title): error: \"title\" must be a string, not an array."),
                fault(
                        "  /notes/{id}:\n    put:",
                        "  /other: text\n  /notes/{id}:\n    put:",
                        "api.yaml:6 (/paths/~1other): error: This must be a path item, an object, not a string."),
                fault(
                        "      operationId: putNote\n",
                        "",
                        "api.yaml:7 (/paths/~1notes~1{id}/put): error: The operation has no operationId, so the client"
                                + " has no name for it. Add one."),
                fault(
                        "'200'",
                        "'400'",
                        "api.yaml:7 (/paths/~1notes~1{id}/put): error: The operation \"putNote\" documents no success."
                                + " Add a 2xx response."),
                fault(
                        "'200'",
                        "'2oo'",
                        "api.yaml:21 (/paths/~1notes~1{id}/put/responses/2oo): error: \"2oo\" is not a status. Use a"
                                + " code, a range such as 4XX, or default."),
                fault(
                        "            examples: {ok: {value: {text: hello}}}\n      responses",
                        "      responses",
                        "api.yaml:17 (/paths/~1notes~1{id}/put/requestBody/content/application~1json): error: The"
                                + " request of \"putNote\" has no example, so nothing can be served or verified. Add"
                                + " named \"examples\"."),
                fault(
                        "examples: {ok: {value: {text: hello}}}\n      responses",
                        "examples: {ok: {value: {txt: hello}}}\n      responses",
                        "api.yaml:19 (/paths/~1notes~1{id}/put/requestBody/content/application~1json/examples/ok/value):"
                                + " error: The example \"ok\" does not fit its schema: /text required property"
                                + " \"text\" is missing. Correct the example or the schema at"
                                + " /components/schemas/Note/required."),
                fault(
                        "example: 4",
                        "example: four",
                        "api.yaml:14 (/paths/~1notes~1{id}/put/parameters/0/example): error: The example does not fit"
                                + " its schema: it must be an integer, was a string. Correct the example or the schema at"
                                + " /paths/~1notes~1{id}/put/parameters/0/schema/type."),
                fault(
                        "apiToken: {type: string, format: password}",
                        "apiToken: {type: string}",
                        "api.yaml:34 (/components/schemas/Note/properties/apiToken): error: The property \"apiToken\""
                                + " looks like a secret but is not marked as one. Add \"format: password\" or"
                                + " \"x-secret: true\"; \"x-secret: false\" if it is none."),
                fault(
                        "/notes/{id}",
                        "/notes/{key}",
                        "api.yaml:7 (/paths/~1notes~1{key}/put): error: The path's variable \"key\" is not described."
                                + " Add a parameter of this name with \"in: path\"."),
                fault(
                        "required: true",
                        "required: false",
                        "api.yaml:10 (/paths/~1notes~1{id}/put/parameters/0): error: The path parameter \"id\" is not"
                                + " marked as required. Add \"required: true\"; /notes/{id} cannot be called without"
                                + " it."),
                fault(
                        "operationId: putNote",
                        "operationId: putNote\n      sumary: typo",
                        "api.yaml:9 (/paths/~1notes~1{id}/put/sumary): warning: \"sumary\" is not a field of an"
                                + " operation and is ignored. Did you mean \"summary\"?"),
                fault(
                        "operationId: putNote",
                        "operationId: putNote\n      wholly: other",
                        "api.yaml:9 (/paths/~1notes~1{id}/put/wholly): warning: \"wholly\" is not a field of an"
                                + " operation and is ignored. Remove it, or start its name with \"x-\"."),
                fault(
                        "      requestBody",
                        "        - {name: q, in: qurey, schema: {type: string}}\n      requestBody",
                        "api.yaml:15 (/paths/~1notes~1{id}/put/parameters/1/in): warning: \"qurey\" is no value of"
                                + " \"in\". Did you mean \"query\"? The parameter is ignored. Use path, query, header"
                                + " or cookie."),
                fault(
                        "      requestBody",
                        "        - {name: q, in: query, style: comma, schema: {type: string}}\n      requestBody",
                        "api.yaml:15 (/paths/~1notes~1{id}/put/parameters/1/style): warning: \"comma\" is no value of"
                                + " \"style\". The usual style is used."),
                fault(
                        "      requestBody",
                        "        - {name: id, in: path, required: true, schema: {type: integer}}\n      requestBody",
                        "api.yaml:15 (/paths/~1notes~1{id}/put/parameters/1): warning: The parameter \"id\" is described"
                                + " twice; the last counts. Remove one."),
                fault(
                        "components:",
                        "components:\n  securitySchemes: {key: {type: apiKey, name: k}}",
                        "api.yaml:28 (/components/securitySchemes/key): warning: The security scheme has no \"in\", which"
                                + " its type needs. Add it."),
                fault(
                        "components:",
                        "components:\n  responses: {R: {description: r, content: {schema: {}}}}",
                        "api.yaml:28 (/components/responses/R/content/schema): warning: \"schema\" is not a media type and"
                                + " is ignored. Name one, for instance application/json."),
                fault(
                        "text: {type: string}",
                        "text: {type: string, maxlength: 3}",
                        "api.yaml:33 (/components/schemas/Note/properties/text/maxlength): warning: \"maxlength\" is not a"
                                + " keyword of schemas and demands nothing. Did you mean \"maxLength\"?"),
                fault(
                        "text: {type: string}",
                        "text: {type: string, default: 3}",
                        "api.yaml:33 (/components/schemas/Note/properties/text/default): warning: The default does not fit"
                                + " its schema: it must be a string, was an integer. Correct it or the schema at"
                                + " /components/schemas/Note/properties/text/type."),
                fault(
                        "operationId: putNote",
                        "operationId: putNote\n      security: [{gone: []}]",
                        "api.yaml:7 (/paths/~1notes~1{id}/put): error: The security scheme \"gone\" is not described."
                                + " Add it under components/securitySchemes."),
                fault(
                        "text: {type: string}",
                        "text: {type: string, pattern: '['}",
                        "api.yaml:33 (/components/schemas/Note/properties/text/pattern): warning: The pattern \"[\" is"
                                + " not understood, so it demands nothing. Write it as a regular expression of"
                                + " ECMA-262."),
                fault(
                        "text: {type: string}",
                        "text: {type: string, pattern: '/^[0-9]{5}$/i'}",
                        "api.yaml:33 (/components/schemas/Note/properties/text/pattern): warning: The pattern"
                                + " \"/^[0-9]{5}$/i\" fits no text: slashes are characters like any other. It is"
                                + " read without them here. Write it without slashes and flags around it."),
                fault(
                        "openapi: 3.1.0",
                        "openapi: 3.1.0\njsonSchemaDialect: http://json-schema.org/draft-07/schema#",
                        "api.yaml:2 (/jsonSchemaDialect): warning: The dialect"
                                + " \"http://json-schema.org/draft-07/schema#\" is read as JSON Schema 2020-12: what"
                                + " stands beside a \"$ref\" counts. Write the schemas in 2020-12, and leave the dialect"
                                + " out."),
                fault(
                        "text: {type: string}",
                        "text: {type: string, $schema: 'https://example.com/our-own'}",
                        "api.yaml:33 (/components/schemas/Note/properties/text/$schema): warning: The dialect"
                                + " \"https://example.com/our-own\" is read as JSON Schema 2020-12: keywords of its own"
                                + " demand nothing. Write the schemas in 2020-12, and leave the dialect out."),
                fault(
                        "text: {type: string}",
                        "text: {type: text}",
                        "api.yaml:33 (/components/schemas/Note/properties/text/type): error: \"text\" is not a type."
                                + " Use one of string, number, integer, boolean, array, object."));
    }

    private static Arguments fault(String sound, String faulty, String problem) {
        return Arguments.of(sound, faulty, problem);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void namesTheFaultAndItsLine(String sound, String faulty, String problem) {
        assertThat(SOUND).containsOnlyOnce(sound);
        DocumentFiles files = new DocumentFiles(folder).with("api.yaml", SOUND.replace(sound, faulty));

        assertThat(files.texts(ContractCheck.all(files.load("api.yaml")))).contains(problem);
    }
}
