package dev.countersign.mock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.mock.choose.Bodies;
import dev.countersign.mock.exchange.Header;
import dev.countersign.mock.exchange.Headers;
import dev.countersign.mock.exchange.MockRequest;
import dev.countersign.mock.exchange.MockResponse;
import dev.countersign.mock.validate.Validated;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** XML in requests: OAS 3.1 section 4.8.26, OAS 3.2 section 4.26 ({@code nodeType}), RFC 7303. */
class XmlRequestTest {
    private static final Mock MOCK = Mock.compile(Contracts.parse("""
                    openapi: 3.2.0
                    info: {title: XML, version: '1'}
                    paths:
                      /orders: {post: {requestBody: {content: {application/xml: {schema: {$ref: '#/components/schemas/Order'}}}}, responses: {'204': {description: ''}}}}
                      /soap: {post: {requestBody: {content: {application/soap+xml: {schema: {type: object, required: [a], properties: {a: {type: integer}}}}}}, responses: {'204': {description: ''}}}}
                      /list: {post: {requestBody: {content: {text/xml: {schema: {type: array, maxItems: 2, items: {type: integer, xml: {name: n}}, xml: {name: ns, wrapped: true}}}}}, responses: {'204': {description: ''}}}}
                      /any: {post: {requestBody: {content: {application/xml: {}}}, responses: {'204': {description: ''}}}}
                      /given: {post: {requestBody: {content: {application/xml: {schema: {type: string}}}}, responses: {'204': {description: ''}}}}
                    components:
                      schemas:
                        Base: {type: object, required: [id], properties: {id: {type: integer, xml: {attribute: true}}}}
                        Order:
                          allOf:
                            - $ref: '#/components/schemas/Base'
                            - type: object
                              required: [note, tags, lines]
                              properties:
                                note: {type: string, minLength: 2, xml: {name: remark, prefix: o, namespace: urn:o}}
                                tags: {type: array, minItems: 1, items: {type: string, xml: {name: tag}}, xml: {wrapped: true}}
                                lines: {type: array, items: {$ref: '#/components/schemas/Line'}, xml: {name: ignored}}
                                paid: {type: [boolean, 'null']}
                                price:
                                  type: object
                                  properties: {currency: {type: string, xml: {nodeType: attribute}}, amount: {type: number, xml: {nodeType: text}}}
                          unevaluatedProperties: false
                          xml: {name: order}
                        Line: {type: object, required: [sku], properties: {sku: {type: string}, count: {type: integer}}, xml: {name: line}}
                    """), MockOptions.DEFAULTS);

    private static final String NOTE = "<o:remark xmlns:o=\"urn:o\">a&lt;b</o:remark>";

    private static Validated validated(String path, String type, String body) {
        MockRequest request = MockRequest.of("POST", path, List.of(new Header("Content-Type", type)), body);
        return MOCK.walk(request).validated().orElseThrow();
    }

    @Test
    void readsWhatTheHintsDescribe() {
        String order = "<?xml version=\"1.0\"?><order id=\"7\">" + NOTE
                + "<!-- no news --><tags>\n<tag>x</tag>\n<tag><![CDATA[<y>]]></tag></tags>"
                + "<line><sku>s</sku><count> 2 </count></line><line><sku>t</sku></line><paid>true</paid>"
                + "<price currency=\"EUR\">1.50</price></order>";

        Validated validated = validated("/orders", "application/xml", order);

        assertThat(validated.summary()).isEmpty();
        assertThat(validated.body().map(JsonNode::toString))
                .contains("{\"id\":7,\"note\":\"a<b\",\"tags\":[\"x\",\"<y>\"],\"lines\":[{\"sku\":\"s\",\"count\":2},"
                        + "{\"sku\":\"t\"}],\"paid\":true,\"price\":{\"currency\":\"EUR\",\"amount\":1.50}}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<order>NOTE<tags><tag>x</tag></tags></order>|body /id: required property \"id\" is missing",
                "<order id='x'>NOTE<tags><tag>x</tag></tags></order>|body /id: must be an integer, was a string",
                "<order><id>7</id>NOTE<tags><tag>x</tag></tags></order>|body /id: required property \"id\" is missing",
                "<order id='7'><tags><tag>x</tag></tags></order>|body /note: required property \"note\" is missing",
                "<order id='7'>NOTE</order>|body /tags: required property \"tags\" is missing",
                "<order id='7'>NOTE<tags/></order>|body /tags: must have at least 1 item, has 0",
                "<order id='7'>NOTE<tag>x</tag></order>|body /tags: required property \"tags\" is missing; body /tag: is not allowed",
                "<order id='7'>NOTE<tags><tag>x</tag></tags><line/></order>|body /lines/0/sku: required property \"sku\" is missing",
                "<order id='7'>NOTE<tags><tag>x</tag></tags><line><sku>s</sku><count>many</count></line></order>|body /lines/0/count: must be an integer, was a string",
                "<order id='7'>NOTE<tags><tag>x</tag></tags><paid>perhaps</paid></order>|body /paid: must be null or a boolean, was a string",
                "<order id='7'>NOTE<tags><tag>x</tag></tags><paid>true</paid><paid>true</paid></order>|body /paid: must be null or a boolean, was an array",
                "<order id='7'>NOTE<tags><tag>x</tag></tags><more>1</more></order>|body /more: is not allowed",
                "<order id='7' more='1'>NOTE<tags><tag>x</tag></tags></order>|body /more: is not allowed",
                "<order id='7'>NOTE<tags><tag>x</tag></tags><price>much</price></order>|body /price/amount: must be a number, was a string",
            })
    void namesWhatDoesNotFit(String body, String violations) {
        assertThat(validated("/orders", "application/xml", body.replace("NOTE", NOTE))
                        .summary())
                .isEqualTo(violations);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/orders|<order|body: is not well-formed XML (line 1, column 7)",
                "/orders|<order id='7'></orders>|body: is not well-formed XML (line 1, column 22)",
                "/orders|<Order id='7'/>|body: must have the root element <order>",
                "/orders|<order id='7'><remark>no</remark></order>|body: must have its element <remark> in the namespace urn:o",
                "/orders|<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/hostname'>]><order>&e;</order>|body: has a document type declaration, which this server does not read",
                "/any|{}|body: is not well-formed XML (line 1, column 1)",
            })
    void refusesWhatCannotBeRead(String path, String body, String violations) {
        Validated validated = validated(path, "application/xml", body);

        assertThat(validated.summary()).isEqualTo(violations);
        assertThat(validated.verdict()).isEqualTo(Validated.Verdict.MALFORMED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/soap|application/soap+xml; charset=utf-8|<envelope><a>1</a></envelope>|{\"a\":1}",
                "/list|text/xml|<ns><n>1</n><n>2</n></ns>|[1,2]",
                "/any|application/xml|<a><b>1</b><b>2</b><c x='y'/></a>|{\"b\":[\"1\",\"2\"],\"c\":{\"x\":\"y\"}}",
                "/given|application/xml|<a/>|\"<a/>\"",
            })
    void takesEveryKindOfXml(String path, String type, String body, String value) {
        Validated validated = validated(path, type, body);

        assertThat(validated.summary()).isEmpty();
        assertThat(validated.body().map(JsonNode::toString)).contains(value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/xml; charset=iso-8859-1|<a>é</a>",
                "application/xml|<?xml version='1.0' encoding='ISO-8859-1'?><a>é</a>"
            })
    void readsTheCharsetThatRequestOrDocumentNames(String type, String body) {
        MockRequest request = new MockRequest(
                "POST",
                "/any",
                "",
                Headers.of(List.of(new Header("Content-Type", type))),
                body.getBytes(StandardCharsets.ISO_8859_1));

        assertThat(MOCK.walk(request).validated().orElseThrow().body().map(JsonNode::asString))
                .contains("é");
    }

    @ParameterizedTest
    @ValueSource(ints = {600, 200_000})
    void endsDeepNestingEarly(int depth) {
        String body = "<a>".repeat(depth) + "</a>".repeat(depth);

        assertThat(validated("/any", "application/xml", body).summary())
                .isEqualTo("body: is XML beyond the bounds of this server: nested deeper than 500 levels");
    }

    @Test
    void readsWhatItWrites() {
        Mock mock = Mock.compile(Contracts.parse("""
                openapi: 3.1.0
                info: {title: XML, version: '1'}
                paths:
                  /things:
                    get: {responses: {'200': {description: '', content: {application/xml: &thing {schema: {$ref: '#/components/schemas/Thing'}}}}}}
                    put: {requestBody: {content: {application/xml: *thing}}, responses: {'204': {description: ''}}}
                components:
                  schemas:
                    Thing:
                      type: object
                      required: [id, when, tags, parts, more, nothing, flag]
                      properties:
                        id: {type: integer, xml: {attribute: true, name: ident}}
                        when: {type: string, format: date-time}
                        tags: {type: array, items: {type: string, enum: ['a<b', '"c"', é]}, xml: {wrapped: true, name: labels}}
                        parts: {type: array, minItems: 2, items: {$ref: '#/components/schemas/Part'}}
                        more: {type: object, additionalProperties: {type: number}}
                        nothing: {type: 'null'}
                        flag: {type: [boolean, 'null'], xml: {attribute: true}}
                      additionalProperties: false
                    Part: {type: object, required: [size], properties: {size: {type: number}, parts: {type: array, items: {$ref: '#/components/schemas/Part'}, xml: {wrapped: true}}}, xml: {name: part, namespace: urn:p}}
                """), MockOptions.DEFAULTS.with(Bodies.DYNAMIC));
        for (int seed = 0; seed < 200; seed++) {
            MockResponse written = mock.answer(MockRequest.of("GET", "/things?__seed=" + seed, List.of(), ""));
            Header type = new Header("Content-Type", "application/xml");
            Validated read = mock.walk(MockRequest.of("PUT", "/things", List.of(type), written.text()))
                    .validated()
                    .orElseThrow();

            assertThat(read.summary()).as(written.text()).isEmpty();
        }
    }
}
