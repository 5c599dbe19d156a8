package dev.countersign.mock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.mock.exchange.Header;
import dev.countersign.mock.exchange.MockRequest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** XML in responses: OAS 3.1 section 4.8.26. */
class XmlResponseTest {
    private static final Mock MOCK = Mock.compile(Contracts.parse("""
                    openapi: 3.1.0
                    info: {title: XML, version: '1'}
                    paths:
                      /order:
                        get:
                          responses:
                            '200':
                              description: ''
                              content:
                                application/xml:
                                  schema: {$ref: '#/components/schemas/Order'}
                                  example: {id: 7, note: 'a < b & "c"', tags: [x, y], aliens: [z], lines: [{sku: s}], gone: null}
                      /orders:
                        get:
                          responses:
                            '200':
                              description: ''
                              content:
                                application/xml:
                                  schema: {type: array, items: {$ref: '#/components/schemas/Order'}, xml: {name: orders}}
                                  example: [{id: 1}]
                      /both:
                        get:
                          responses:
                            '200':
                              description: ''
                              content:
                                application/json:
                                  schema: {$ref: '#/components/schemas/Order'}
                                  examples: {one: {value: {id: 1, tags: [x]}}, two: {value: {id: 2, tags: [y]}}}
                                application/xml: {schema: {$ref: '#/components/schemas/Order'}}
                      /given: {get: {responses: {'200': {description: '', content: {text/xml: {example: <a>1</a>}}}}}}
                    components:
                      schemas:
                        Order:
                          allOf:
                            - type: object
                              properties:
                                id: {type: integer, xml: {attribute: true}}
                                note: {type: string, xml: {name: remark, prefix: o, namespace: urn:o}}
                                tags: {type: array, items: {type: string, xml: {name: tag}}, xml: {wrapped: true}}
                                aliens: {type: array, items: {type: string}, xml: {name: alien, wrapped: true}}
                                lines: {type: array, items: {type: object, xml: {name: line}}}
                          xml: {name: order}
                    """), MockOptions.DEFAULTS);

    private static String get(String path) {
        return MOCK.answer(MockRequest.of("GET", path, List.of(), "")).text();
    }

    @Test
    void writesAnExampleWithTheHintsOfItsSchema() {
        assertThat(get("/order"))
                .isEqualTo(
                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><order id=\"7\">"
                                + "<o:remark xmlns:o=\"urn:o\">a &lt; b &amp; &quot;c&quot;</o:remark>"
                                + "<tags><tag>x</tag><tag>y</tag></tags><alien><alien>z</alien></alien><line><sku>s</sku></line><gone xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:nil=\"true\"></gone></order>");
    }

    @Test
    void writesTheExamplesOfJsonWhereXmlHasNone() {
        Header xml = new Header("Accept", "application/xml");

        assertThat(MOCK.answer(MockRequest.of("GET", "/both", List.of(xml), "")).text())
                .endsWith("<order id=\"1\"><tags><tag>x</tag></tags></order>");
        assertThat(MOCK.answer(MockRequest.of("GET", "/both?__example=two", List.of(xml), ""))
                        .text())
                .endsWith("<order id=\"2\"><tags><tag>y</tag></tags></order>");
    }

    @Test
    void wrapsAListInItsOwnElement() {
        assertThat(get("/orders"))
                .isEqualTo("<?xml version=\"1.0\" encoding=\"UTF-8\"?><orders><order id=\"1\"></order></orders>");
    }

    @Test
    void servesXmlAsGiven() {
        assertThat(get("/given")).isEqualTo("<a>1</a>");
    }
}
