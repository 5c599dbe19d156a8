package dev.countersign.mock.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.mock.exchange.MockRequest;
import dev.countersign.mock.oidc.Provider.Answer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What clients find, by the documents' security schemes. */
class DiscoveryTest {
    private final Provider provider = new Provider();

    @AfterEach
    void close() {
        provider.close();
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(element -> texts.add(element.asString()));
        return texts;
    }

    /** A client holds the issuer against the address that it asked. */
    @ParameterizedTest
    @CsvSource({
        "/__oidc/.well-known/openid-configuration,/__oidc,/__oidc",
        "/.well-known/oauth-authorization-server/__oidc,/__oidc,/__oidc",
        "/.well-known/openid-configuration,'',/__oidc/root",
        "/.well-known/oauth-authorization-server,'',/__oidc/root",
    })
    void namesTheIssuerThatWasAsked(String path, String issuer, String base) {
        JsonNode found = provider.get(path).json();

        assertThat(found.path("issuer").asString()).isEqualTo(provider.url() + issuer);
        assertThat(found.path("token_endpoint").asString()).isEqualTo(provider.url() + base + "/token");
        String keys = found.path("jwks_uri").asString().substring(provider.url().length());
        assertThat(provider.get(keys).json().path("keys").path(0).path("kty").asString())
                .isEqualTo("RSA");
    }

    @Test
    void namesEndpointsThatAreThere() {
        JsonNode found =
                provider.get("/__oidc/.well-known/openid-configuration").json();

        for (var member : found.properties()) {
            if (member.getKey().endsWith("_endpoint")) {
                String path =
                        member.getValue().asString().substring(provider.url().length());
                assertThat(provider.get(path).status()).as(path).isNotEqualTo(404);
            }
        }
        assertThat(provider.get("/__oidc/nothing").status()).isEqualTo(404);
        assertThat(provider.get("/__oidc").json()).isEqualTo(found);
    }

    @Test
    void offersWhatADocumentNames() {
        provider.of("""
                {securitySchemes: {a: {type: oauth2, flows: {authorizationCode: {
                  authorizationUrl: 'https://x.example/a', tokenUrl: 'https://x.example/t', scopes: {'things:read': ''}}}}}}
                """);
        JsonNode found =
                provider.get("/__oidc/.well-known/openid-configuration").json();

        assertThat(texts(found.path("scopes_supported"))).contains("openid", "things:read");
        assertThat(texts(found.path("grant_types_supported"))).containsExactly("authorization_code", "refresh_token");
        Answer wrong = provider.authorize("scope", "openid things:raed");
        assertThat(wrong.told("error")).isEqualTo("invalid_scope");
        assertThat(wrong.told("error_description")).contains("Did you mean things:read?");
        assertThat(provider.authorize("scope", "openid things:read").status()).isEqualTo(200);
        Answer client = provider.post("/__oidc/token", "grant_type=client_credentials&client_id=a&client_secret=b");
        assertThat(client.json().path("error").asString()).isEqualTo("unsupported_grant_type");
    }

    @Test
    void offersNoLoginWhereTheDocumentHasOnlyClients() {
        provider.of("""
                {securitySchemes: {a: {type: oauth2, flows: {clientCredentials: {
                  tokenUrl: 'https://x.example/t', scopes: {one: '', two: ''}}}}}}
                """);

        assertThat(provider.get("/__oidc/.well-known/openid-configuration")
                        .json()
                        .has("authorization_endpoint"))
                .isFalse();
        assertThat(provider.authorize("scope", "").told("error")).isEqualTo("unauthorized_client");
        Answer all = provider.post("/__oidc/token", "grant_type=client_credentials&client_id=a&client_secret=b");
        assertThat(all.json().path("scope").asString()).isEqualTo("one two");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{securitySchemes: {a: {type: http, scheme: bearer}}}",
                "{securitySchemes: {a: {type: openIdConnect, openIdConnectUrl: 'https://x.example/'}}}",
                "{securitySchemes: {a: {type: oauth2, flows: {implicit: {authorizationUrl: 'https://x.example/', scopes: {}}}}}}",
            })
    void offersEverythingWhereADocumentLeavesItOpen(String components) {
        provider.of(components);

        assertThat(texts(provider.get("/__oidc").json().path("grant_types_supported")))
                .containsExactly("authorization_code", "client_credentials", "refresh_token");
        assertThat(provider.authorize("scope", "whatever").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/__oidcs", "/__mock/", "/.well-known/security.txt", "/__oidc%2Ftoken"})
    void leavesOtherAddressesToTheApi(String path) {
        assertThat(provider.login.isMeantBy(MockRequest.of("GET", path, List.of(), "")))
                .isFalse();
    }
}
