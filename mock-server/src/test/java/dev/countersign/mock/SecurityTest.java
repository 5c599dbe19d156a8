package dev.countersign.mock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.mock.exchange.Header;
import dev.countersign.mock.exchange.MockRequest;
import dev.countersign.mock.exchange.MockResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** OAS 3.1 sections 4.8.27 and 4.8.30; RFC 9110 section 11; RFC 7617; RFC 6750. */
class SecurityTest {
    private static final Mock MOCK = Mock.compile(Contracts.parse("""
                    openapi: 3.1.0
                    info: {title: Security, version: '1'}
                    security: [{key: []}]
                    paths:
                      /key: {get: {responses: {'200': {description: ''}}}}
                      /query: {get: {security: [{inQuery: []}], responses: {'200': {description: ''}}}}
                      /cookie: {get: {security: [{inCookie: []}], responses: {'200': {description: ''}}}}
                      /basic: {get: {security: [{basic: []}], responses: {'200': {description: ''}}}}
                      /bearer: {get: {security: [{bearer: []}], responses: {'200': {description: ''}}}}
                      /oauth: {get: {security: [{oauth: [read]}], responses: {'200': {description: ''}}}}
                      /openid: {get: {security: [{openid: []}], responses: {'200': {description: ''}}}}
                      /both: {get: {security: [{key: [], bearer: []}], responses: {'200': {description: ''}}}}
                      /either: {get: {security: [{key: []}, {basic: []}], responses: {'200': {description: ''}}}}
                      /optional: {get: {security: [{key: []}, {}], responses: {'200': {description: ''}}}}
                      /open: {get: {security: [], responses: {'200': {description: ''}}}}
                      /own:
                        get:
                          responses:
                            '200': {description: ''}
                            '401': {description: '', content: {application/json: {example: {detail: d}}}}
                    components:
                      securitySchemes:
                        key: {type: apiKey, in: header, name: X-Key}
                        inQuery: {type: apiKey, in: query, name: key}
                        inCookie: {type: apiKey, in: cookie, name: key}
                        basic: {type: http, scheme: basic}
                        bearer: {type: http, scheme: Bearer}
                        oauth: {type: oauth2, flows: {}}
                        openid: {type: openIdConnect, openIdConnectUrl: 'https://example.test'}
                    """), MockOptions.DEFAULTS);

    private static MockResponse get(String target, Header... headers) {
        return MOCK.answer(MockRequest.of("GET", target, List.of(headers), ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/key|x-key|secret|200",
                "/key|x-key|''|401",
                "/key|Other|secret|401",
                "/query?key=1|Other|x|200",
                "/query?key=|Other|x|401",
                "/cookie|Cookie|a=b; key=1|200",
                "/cookie|Cookie|a=b|401",
                "/basic|Authorization|Basic dTpw|200",
                "/basic|Authorization|basic dTpw|200",
                "/basic|Authorization|Basic dXA=|401",
                "/basic|Authorization|Basic %%%|401",
                "/basic|Authorization|Bearer dTpw|401",
                "/bearer|Authorization|Bearer abc|200",
                "/bearer|Authorization|Bearer|401",
                "/oauth|Authorization|bearer abc|200",
                "/openid|Authorization|Bearer abc|200",
                "/openid|Authorization|Basic dTpw|401",
                "/both|X-Key|1|401",
                "/both|Authorization|Bearer abc|401",
                "/either|X-Key|1|200",
                "/either|Authorization|Basic dTpw|200",
                "/either|Other|1|401",
                "/optional|Other|1|200",
                "/open|Other|1|200",
            })
    void looksForCredentials(String target, String name, String value, int status) {
        assertThat(get(target, new Header(name, value)).status()).isEqualTo(status);
    }

    @Test
    void takesBothWhereBothAreDemanded() {
        assertThat(get("/both", new Header("X-Key", "1"), new Header("Authorization", "Bearer abc"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void saysWhatToSend() {
        MockResponse response = get("/either");

        assertThat(response.header("WWW-Authenticate"))
                .contains("ApiKey realm=\"key\", name=\"X-Key\", in=\"header\", Basic realm=\"mock\"");
        assertThat(response.text())
                .isEqualTo(
                        "{\"type\":\"about:blank\",\"title\":\"Unauthorized\",\"status\":401,\"detail\":\"send the API key"
                                + " \\\"X-Key\\\" (header), or the header Authorization with the scheme basic\",\"violations\":["
                                + "{\"in\":\"security\",\"pointer\":\"\",\"message\":\"send the API key \\\"X-Key\\\" (header), or the"
                                + " header Authorization with the scheme basic\",\"schema\":\"#/paths/~1either/get/security\"}]}");
    }

    @Test
    void usesTheContractsOwn401() {
        MockResponse response = get("/own");

        assertThat(response.status()).isEqualTo(401);
        assertThat(response.header("WWW-Authenticate")).isPresent();
        assertThat(response.text()).isEqualTo("{\"detail\":\"send the API key \\\"X-Key\\\" (header)\"}");
    }
}
