package dev.countersign.mock.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.mock.exchange.Header;
import dev.countersign.mock.exchange.Headers;
import dev.countersign.mock.oidc.Provider.Answer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** What a token is worth: at userinfo, introspection, the API, and after it was revoked. */
class TokenStatusTest {
    private static final String SECRET = "&client_id=api&client_secret=any";

    private final Provider provider = new Provider();

    @AfterEach
    void close() {
        provider.close();
    }

    private Answer userInfo(String token) {
        return provider.get("/__oidc/userinfo", "Authorization", "Bearer " + token);
    }

    private boolean isActive(String token) {
        return provider.post("/__oidc/introspect", "token=" + token + SECRET)
                .json()
                .path("active")
                .asBoolean();
    }

    @Test
    void letsAClientKnowTheUser() {
        JsonNode tokens = provider.tokens("Zoë");
        JsonNode user = userInfo(tokens.path("access_token").asString()).json();

        assertThat(user.path("name").asString()).isEqualTo("Zoë");
        assertThat(user.path("sub").asString())
                .isEqualTo(Provider.claims(tokens.path("id_token").asString())
                        .path("sub")
                        .asString())
                .matches("[0-9a-f-]{36}");
        assertThat(provider.post(
                                "/__oidc/userinfo",
                                "access_token=" + tokens.path("access_token").asString())
                        .json())
                .isEqualTo(user);
    }

    @Test
    void saysWhyAClientIsNotTold() {
        JsonNode tokens = provider.tokens("alice");
        Answer client = provider.post("/__oidc/token", "grant_type=client_credentials" + SECRET);

        assertThat(provider.get("/__oidc/userinfo").header("WWW-Authenticate")).isEqualTo("Bearer realm=\"mock\"");
        assertThat(userInfo("nonsense").header("WWW-Authenticate")).contains("error=\"invalid_token\"");
        assertThat(userInfo(tokens.path("id_token").asString()).status()).isEqualTo(401);
        assertThat(userInfo(client.json().path("access_token").asString()).status())
                .isEqualTo(403);
        provider.pass(Duration.ofMinutes(5));
        assertThat(userInfo(tokens.path("access_token").asString()).status()).isEqualTo(401);
    }

    @Test
    void tellsServersWhetherATokenIsGood() {
        JsonNode tokens = provider.tokens("alice");
        String access = tokens.path("access_token").asString();
        JsonNode told =
                provider.post("/__oidc/introspect", "token=" + access + SECRET).json();

        assertThat(told.path("active").asBoolean()).isTrue();
        assertThat(told.path("sub").asString()).isEqualTo("alice");
        assertThat(isActive(tokens.path("refresh_token").asString())).isTrue();
        assertThat(isActive("nonsense")).isFalse();
        assertThat(provider.post("/__oidc/introspect", "token=" + access + "&client_id=api")
                        .status())
                .isEqualTo(401);
        provider.pass(Duration.ofMinutes(5));
        assertThat(isActive(access)).isFalse();
    }

    @Test
    void endsWhenItIsRevoked() {
        JsonNode tokens = provider.tokens("alice");
        String refresh = tokens.path("refresh_token").asString();

        assertThat(provider.post("/__oidc/revoke", "token=" + refresh + "&client_id=other")
                        .status())
                .isEqualTo(200);
        assertThat(isActive(refresh)).isTrue();
        assertThat(provider.post("/__oidc/revoke", "token=" + refresh + "&client_id=page")
                        .status())
                .isEqualTo(200);
        assertThat(isActive(refresh)).isFalse();
        assertThat(isActive(tokens.path("access_token").asString())).isFalse();
        assertThat(provider.post("/__oidc/revoke", Map.of("token", "unknown", "client_id", "page"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void isHeldAgainstTheKeyWhereItNamesThisIssuer() {
        String host = provider.url().substring("http://".length());
        Headers request = Headers.of(List.of(new Header("Host", host)));
        String access = provider.tokens("alice").path("access_token").asString();

        assertThat(provider.login.refusal(access, request)).isEmpty();
        assertThat(provider.login.refusal("opaque", request)).isEmpty();
        assertThat(provider.login.refusal(foreign("https://issuer.example"), request))
                .isEmpty();
        assertThat(provider.login.refusal(foreign(provider.url() + "/__oidc"), request))
                .isPresent();
        assertThat(provider.login.refusal(foreign(provider.url()), request)).isPresent();
        provider.pass(Duration.ofMinutes(5));
        assertThat(provider.login.refusal(access, request)).contains("the token is expired");
    }

    private static String foreign(String issuer) {
        return new TokenSigner(new SigningKey(), InstantSource.fixed(Instant.EPOCH))
                .sign(JsonNodeFactory.instance.objectNode().put("iss", issuer), Duration.ofDays(1));
    }
}
