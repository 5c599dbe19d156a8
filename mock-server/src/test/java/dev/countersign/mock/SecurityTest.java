package dev.countersign.mock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.mock.exchange.Header;
import dev.countersign.mock.exchange.MockRequest;
import dev.countersign.mock.exchange.MockResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
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
                      /scopes:
                        get:
                          security: [{oauth: [read, write]}, {key: []}]
                          responses:
                            '200': {description: ''}
                            '403': {description: '', content: {application/json: {example: {message: no}}}}
                      /openid: {get: {security: [{openid: []}], responses: {'200': {description: ''}}}}
                      /both: {get: {security: [{key: [], bearer: []}], responses: {'200': {description: ''}}}}
                      /either: {get: {security: [{key: []}, {basic: []}], responses: {'200': {description: ''}}}}
                      /two: {get: {security: [{basic: [], bearer: []}], responses: {'200': {description: ''}}}}
                      /optional: {get: {security: [{key: []}, {}], responses: {'200': {description: ''}}}}
                      /open: {get: {security: [], responses: {'200': {description: ''}}}}
                      /bare:
                        get:
                          responses:
                            '401': {description: '', headers: {WWW-Authenticate: {example: Custom, schema: {type: string}}}}
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

    @Test
    void refusesATokenThatIsKnownNotToBeGood() {
        Mock mock = Mock.compile(
                MOCK.contract(),
                MockOptions.DEFAULTS.with((token, request) ->
                        token.equals("old") ? Optional.of("the token is expired") : Optional.empty()));
        MockResponse refused =
                mock.answer(MockRequest.of("GET", "/oauth", List.of(new Header("Authorization", "Bearer old")), ""));

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.header("WWW-Authenticate"))
                .contains("Bearer realm=\"mock\", error=\"invalid_token\", error_description=\"the token is expired\"");
        assertThat(mock.answer(MockRequest.of("GET", "/oauth", List.of(new Header("Authorization", "Bearer new")), ""))
                        .status())
                .isEqualTo(200);
        assertThat(mock.answer(MockRequest.of(
                                "GET", "/optional", List.of(new Header("Authorization", "Bearer old")), ""))
                        .status())
                .isEqualTo(200);
    }

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
                "/two|Authorization|Basic dTpw, Bearer abc|200",
                "/two|Authorization|Bearer abc, Basic dTpw|200",
                "/two|Authorization|Bearer abc|401",
                "/two|Authorization|Basic dTpw|401",
                "/optional|Other|1|200",
                "/open|Other|1|200",
            })
    void looksForCredentials(String target, String name, String value, int status) {
        assertThat(get(target, new Header(name, value)).status()).isEqualTo(status);
    }

    /** RFC 6750 section 3.1, RFC 8693 section 4.2: only a token that tells its scopes can be found wanting. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/oauth|opaque|200",
                "/oauth|a.b.c|200",
                "/oauth|h.{\"sub\":\"x\"}.s|200",
                "/oauth|h.{\"scope\":\"read other\"}.s|200",
                "/oauth|h.{\"scp\":[\"read\"]}.s|200",
                "/oauth|h.{\"scope\":\"reader\"}.s|403",
                "/oauth|h.{\"scp\":[]}.s|403",
                "/scopes|h.{\"scope\":\"write read\"}.s|200",
                "/scopes|h.{\"scope\":\"read\"}.s|403",
            })
    void refusesTokensThatLackAScope(String target, String token, int status) {
        assertThat(get(target, bearer(token)).status()).isEqualTo(status);
    }

    private static Header bearer(String token) {
        int claims = token.indexOf('{');
        String written = claims < 0
                ? token
                : "h."
                        + Base64.getUrlEncoder()
                                .encodeToString(token.substring(claims, token.lastIndexOf('}') + 1)
                                        .getBytes(StandardCharsets.UTF_8))
                        + ".s";
        return new Header("Authorization", "Bearer " + written);
    }

    @Test
    void saysWhichScopeIsLacking() {
        MockResponse response = get("/scopes", bearer("h.{\"scope\":\"read\"}.s"));

        assertThat(response.header("WWW-Authenticate"))
                .contains("Bearer realm=\"mock\", error=\"insufficient_scope\", scope=\"write\"");
        assertThat(response.text()).isEqualTo("{\"message\":\"the token lacks the scope: write\"}");
    }

    @Test
    void takesAnotherAlternativeInsteadOfAScope() {
        assertThat(get("/scopes", bearer("h.{\"scope\":\"\"}.s"), new Header("X-Key", "1"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void takesBothWhereBothAreDemanded() {
        assertThat(get("/both", new Header("X-Key", "1"), new Header("Authorization", "Bearer abc"))
                        .status())
                .isEqualTo(200);
    }

    /** RFC 9110 section 11.6.2 has one credential in a field. */
    @Test
    void takesTwoSchemesOfAuthorizationInTwoFields() {
        Header basic = new Header("Authorization", "Basic dTpw");
        Header bearer = new Header("Authorization", "Bearer abc");

        assertThat(get("/two", basic, bearer).status()).isEqualTo(200);
        assertThat(get("/two", bearer, basic).status()).isEqualTo(200);
        assertThat(get("/two", bearer, bearer).status()).isEqualTo(401);
    }

    /** RFC 6750 section 3: the challenge may name the scopes. */
    @Test
    void saysWhichScopesAreNeeded() {
        assertThat(get("/scopes").header("WWW-Authenticate"))
                .contains("Bearer realm=\"mock\", scope=\"read write\", ApiKey realm=\"key\", name=\"X-Key\","
                        + " in=\"header\"");
    }

    /** OAS 3.1 section 4.8.17: a response without content may have headers all the same. */
    @Test
    void sendsTheHeadersOfARefusalWithoutContent() {
        MockResponse response = get("/bare");

        assertThat(response.status()).isEqualTo(401);
        assertThat(response.header("WWW-Authenticate")).contains("Custom");
        assertThat(response.header("Content-Type")).contains("application/problem+json");
    }

    @Test
    void saysWhatToSend() {
        MockResponse response = get("/either");

        assertThat(response.header("WWW-Authenticate"))
                .contains("ApiKey realm=\"key\", name=\"X-Key\", in=\"header\", Basic realm=\"mock\"");
        assertThat(response.text())
                .isEqualTo(
                        "{\"type\":\"urn:countersign:problem:credentials\",\"title\":\"The credentials do not suffice\",\"status\":401,\"detail\":\"send the API key"
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
