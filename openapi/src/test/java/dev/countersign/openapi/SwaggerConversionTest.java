package dev.countersign.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class SwaggerConversionTest {
    @TempDir
    Path folder;

    private JsonNode converted(String paths) {
        return new DocumentFiles(folder)
                .with("api.yaml", """
                        swagger: '2.0'
                        info: {title: T, version: '1'}
                        host: example.invalid
                        basePath: /v1
                        schemes: [https, http]
                        consumes: [application/json]
                        produces: [application/json]
                        securityDefinitions:
                          basic: {type: basic}
                          auth: {type: oauth2, flow: accessCode, authorizationUrl: /a, tokenUrl: /t, scopes: {r: read}}
                        definitions:
                          Pet: {type: object, discriminator: kind, properties: {kind: {type: string, x-nullable: true}}}
                        paths:
                        """ + paths.indent(2))
                .load("api.yaml")
                .contract()
                .document();
    }

    @Test
    void writesHostBasePathAndSchemesAsServers() {
        assertThat(converted("/a: {}").get("servers"))
                .hasToString("[{\"url\":\"https://example.invalid/v1\"},{\"url\":\"http://example.invalid/v1\"}]");
    }

    @Test
    void writesSecurityAndSchemasInTheNewForm() {
        JsonNode components = converted("/a: {}").get("components");

        assertThat(components.at("/securitySchemes/basic")).hasToString("{\"type\":\"http\",\"scheme\":\"basic\"}");
        assertThat(components
                        .at("/securitySchemes/auth/flows/authorizationCode/tokenUrl")
                        .stringValue())
                .isEqualTo("/t");
        assertThat(components.at("/schemas/Pet"))
                .hasToString("{\"type\":\"object\",\"discriminator\":{\"propertyName\":\"kind\"},"
                        + "\"properties\":{\"kind\":{\"type\":\"string\",\"x-nullable\":true,\"nullable\":true}}}");
    }

    @Test
    void writesABodyParameterAsRequestBody() {
        JsonNode body = converted("""
                        /a:
                          post:
                            parameters: [{name: b, in: body, required: true, schema: {$ref: '#/definitions/Pet'}}]
                            responses: {'204': {description: done}}
                        """).at("/paths/~1a/post/requestBody");

        assertThat(body)
                .hasToString("{\"required\":true,\"content\":{\"application/json\":{"
                        + "\"schema\":{\"$ref\":\"#/components/schemas/Pet\"}}}}");
    }

    @Test
    void writesFormFieldsAsAnObject() {
        JsonNode body = converted("""
                        /a:
                          post:
                            parameters:
                              - {name: f, in: formData, type: file, required: true}
                              - {name: n, in: formData, type: array, items: {type: integer}}
                            responses: {}
                        """).at("/paths/~1a/post/requestBody/content");

        assertThat(body)
                .hasToString("{\"multipart/form-data\":{\"schema\":{\"type\":\"object\",\"properties\":{"
                        + "\"f\":{\"type\":\"string\",\"format\":\"binary\"},"
                        + "\"n\":{\"type\":\"array\",\"items\":{\"type\":\"integer\"}}},\"required\":[\"f\"]},"
                        + "\"encoding\":{\"n\":{\"style\":\"form\",\"explode\":false}}}}");
    }

    @Test
    void writesCollectionFormatsAsStyles() {
        JsonNode parameters = converted("""
                        /a:
                          get:
                            parameters:
                              - {name: a, in: query, type: array, items: {type: string}}
                              - {name: b, in: query, type: array, items: {type: string}, collectionFormat: multi}
                              - {name: c, in: query, type: array, items: {type: string}, collectionFormat: pipes}
                              - {name: d, in: header, type: array, items: {type: string}}
                              - {name: e, in: header, type: array, items: {type: string}, collectionFormat: pipes}
                              - {name: f, in: query, type: array, items: {type: string}, collectionFormat: tsv}
                            responses: {}
                        """).at("/paths/~1a/get/parameters");

        assertThat(parameters.values())
                .extracting(each -> each.get("style").stringValue() + " " + each.get("explode") + " "
                        + each.path("x-collectionFormat").asString("-"))
                .containsExactly(
                        "form false -",
                        "form true -",
                        "pipeDelimited false -",
                        "simple false -",
                        "simple false pipes",
                        "form false tsv");
    }

    @Test
    void writesCollectionFormatsOfAFormAsStyles() {
        JsonNode encoding =
                converted("""
                        /a:
                          post:
                            consumes: [application/x-www-form-urlencoded]
                            parameters:
                              - {name: a, in: formData, type: array, items: {type: string}}
                              - {name: b, in: formData, type: array, items: {type: string}, collectionFormat: multi}
                              - {name: c, in: formData, type: array, items: {type: string}, collectionFormat: pipes}
                              - {name: d, in: formData, type: array, items: {type: string}, collectionFormat: ssv}
                              - {name: e, in: formData, type: array, items: {type: string}, collectionFormat: tsv}
                            responses: {}
                        """).at("/paths/~1a/post/requestBody/content/application~1x-www-form-urlencoded/encoding");

        assertThat(encoding)
                .hasToString("{\"a\":{\"style\":\"form\",\"explode\":false},"
                        + "\"c\":{\"style\":\"pipeDelimited\",\"explode\":false},"
                        + "\"d\":{\"style\":\"spaceDelimited\",\"explode\":false},"
                        + "\"e\":{\"style\":\"form\",\"explode\":false,\"x-collectionFormat\":\"tsv\"}}");
    }

    @Test
    void writesResponseExamplesUnderTheirMediaType() {
        JsonNode response = converted("""
                        /a:
                          get:
                            produces: [application/json, text/plain]
                            responses:
                              '200':
                                description: ok
                                schema: {type: string}
                                headers: {X-A: {type: integer}}
                                examples: {application/json: hello}
                        """).at("/paths/~1a/get/responses/200");

        assertThat(response)
                .hasToString("{\"description\":\"ok\",\"headers\":{\"X-A\":{\"schema\":{\"type\":\"integer\"}}},"
                        + "\"content\":{\"application/json\":{\"schema\":{\"type\":\"string\"},\"example\":\"hello\"},"
                        + "\"text/plain\":{\"schema\":{\"type\":\"string\"}}}}");
    }
}
