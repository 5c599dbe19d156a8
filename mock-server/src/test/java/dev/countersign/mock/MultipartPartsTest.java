package dev.countersign.mock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.mock.exchange.Header;
import dev.countersign.mock.exchange.Headers;
import dev.countersign.mock.exchange.MockRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** OAS 3.1 sections 4.8.14.4 and 4.8.15, RFC 7578 and RFC 2046 section 5.1: what each part of a multipart form may be. */
class MultipartPartsTest {
    private static final Mock MOCK = Mock.compile(Contracts.parse("""
            openapi: 3.1.0
            info: {title: Test, version: '1'}
            components:
              schemas:
                Meta: {allOf: [{type: object, properties: {q: {type: integer}}}]}
            paths:
              /form:
                post:
                  requestBody:
                    content:
                      multipart/form-data:
                        schema:
                          type: object
                          properties:
                            photo: {type: string}
                            photos: {type: array, items: {type: string}}
                            meta: {$ref: '#/components/schemas/Meta'}
                            csv: {type: array, items: {type: integer}}
                            pipes: {type: array, items: {type: integer}}
                            name: {type: string, maxLength: 1}
                            'files[]': {type: array, maxItems: 1, items: {type: string}}
                        encoding:
                          photo: &photo
                            contentType: image/png, image/jpeg
                            headers:
                              Content-Type: {schema: {type: integer}}
                              X-Rate: {required: true, schema: {type: integer, maximum: 5}}
                              X-Point: {content: {application/json: {schema: {type: object, required: [x]}}}}
                          photos: *photo
                          meta: {contentType: application/xml}
                          csv: {style: form, explode: false, contentType: application/json}
                          pipes: {style: pipeDelimited, explode: false}
                  responses: {'204': {description: ''}}
            """), MockOptions.DEFAULTS);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "photo|image/png\\nX-Rate: 5|x|<none>",
                "photo|image/jpeg\\nx-rate: 1\\nX-Point: {\"x\":1}|x|<none>",
                "photo|image/gif\\nX-Rate: 5|x|body: has a part \"photo\" of a media type that is not documented; send image/png, image/jpeg",
                "photo|image/png|x|body /photo: has a header \"X-Rate\" that is required and missing",
                "photo|image/png\\nX-Rate: 6|x|body /photo: has a header \"X-Rate\" that must be at most 5, was 6",
                "photo|image/png\\nX-Rate: 1\\nX-Point: {|x|body /photo: has a header \"X-Point\" that is not well-formed JSON (line 1, column 2)",
                "photo|image/png\\nX-Rate: 1\\nX-Point: {}|x|body /photo: has a header \"X-Point\" that required property \"x\" is missing",
                "photos|image/png|x|body /photos/0: has a header \"X-Rate\" that is required and missing",
                "meta|application/xml|<meta><q>1</q></meta>|<none>",
                "meta|application/xml|<meta><q>a</q></meta>|body /meta/q: must be an integer, was a string",
                "meta|application/xml|<meta>|body: has a part \"meta\" that is not well-formed XML (line 1, column 7)",
                "meta|application/json|{}|body: has a part \"meta\" of a media type that is not documented; send application/xml",
                "csv|text/plain|1,2|<none>",
                "csv|text/plain|1,a|body /csv/1: must be an integer, was a string",
                "pipes|text/plain|'1|2'|<none>",
                "name|text/plain;charset=iso-8859-1|\u00fc|<none>",
                "files[]|text/plain|a|<none>",
            })
    void isHeldAgainstItsEncoding(String name, String head, String content, String violations) {
        String body = "--b\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\nContent-Type: "
                + head.replace("\\n", "\r\n") + "\r\n\r\n" + content + "\r\n--b--\r\n";

        assertThat(summary(body)).isEqualTo(violations);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--b~Content-Disposition: form-data; name=\"name\"~~ab~--b--~|body /name: must have at most 1 character, has 2",
                "--b~Content-Disposition: form-data; name=\"name\"~~ab~--b--|body /name: must have at most 1 character, has 2",
                "preamble~--b  ~content-disposition: FORM-DATA; NAME=name~~ab~--b--~epilogue|body /name: must have at most 1 character, has 2",
                "--b~Content-Disposition: form-data; name=\"name\"~~ab~|body: does not end with its boundary and two dashes (RFC 2046 section 5.1.1)",
                "--b~Content-Disposition: form-data; name=\"name\"~~ab~--b~|body: does not end with its boundary and two dashes (RFC 2046 section 5.1.1)",
                "--b--~|body: has no part between boundaries (RFC 2046 section 5.1.1)",
            })
    void isDelimitedWhicheverWayLinesEnd(String body, String violations) {
        assertThat(summary(body.replace("~", "\r\n"))).isEqualTo(violations);
        assertThat(summary(body.replace("~", "\n"))).isEqualTo(violations);
    }

    private static String summary(String body) {
        Headers headers = Headers.of(List.of(new Header("Content-Type", "multipart/form-data; boundary=b")));
        MockRequest request = new MockRequest("POST", "/form", "", headers, body.getBytes(StandardCharsets.ISO_8859_1));
        String summary = MOCK.walk(request).validated().orElseThrow().summary();
        return summary.isEmpty() ? "<none>" : summary;
    }
}
