package dev.countersign.mock.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.mock.oidc.Provider.Answer;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Tokens for those who may have them, and errors as RFC 6749 section 5.2 words them for all others. */
class TokenEndpointTest {
    private final Provider provider = new Provider();

    @AfterEach
    void close() {
        provider.close();
    }

    private Answer token(Map<String, String> form, String... headers) {
        return provider.post("/__oidc/token", form, headers);
    }

    private static void assertRefused(Answer answer, int status, String error) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.json().path("error").asString()).isEqualTo(error);
        assertThat(answer.json().path("error_description").asString()).matches("[ !#-\\[\\]-~]+");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void areGivenForACode() {
        JsonNode tokens = provider.tokens("alice");
        JsonNode id = Provider.claims(tokens.path("id_token").asString());
        JsonNode access = Provider.claims(tokens.path("access_token").asString());

        assertThat(tokens.path("token_type").asString()).isEqualTo("Bearer");
        assertThat(tokens.path("expires_in").asLong()).isEqualTo(300);
        assertThat(tokens.path("scope").asString()).isEqualTo("openid profile email");
        assertThat(id.path("iss").asString()).isEqualTo(provider.url() + "/__oidc");
        assertThat(id.path("aud").asString()).isEqualTo("page");
        assertThat(id.path("sub").asString()).isEqualTo("alice");
        assertThat(id.path("nonce").asString()).isEqualTo("n0nce");
        assertThat(id.path("email").asString()).isEqualTo("alice@example.com");
        assertThat(id.path("exp").asLong() - id.path("iat").asLong()).isEqualTo(300);
        assertThat(access.path("scope").asString()).isEqualTo("openid profile email");
        assertThat(access.path("client_id").asString()).isEqualTo("page");
    }

    @Test
    void areGivenForACodeOnceOnly() {
        String code = provider.logIn("alice").told("code");
        JsonNode first = token(provider.exchange(code)).json();

        assertRefused(token(provider.exchange(code)), 400, "invalid_grant");
        // What the thief or the victim got is worth nothing any more.
        assertRefused(provider.refresh(first.path("refresh_token").asString()), 400, "invalid_grant");
        assertThat(provider.get(
                                "/__oidc/userinfo",
                                "Authorization",
                                "Bearer " + first.path("access_token").asString())
                        .status())
                .isEqualTo(401);
    }

    @Test
    void areGivenToOneOfThoseWhoAskAtOnce() {
        Map<String, String> form = provider.exchange(provider.logIn("alice").told("code"));
        List<Integer> statuses = IntStream.range(0, 8)
                .parallel()
                .mapToObj(each -> token(form).status())
                .toList();

        assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 400);
    }

    /** Two thousand logins later. */
    @Test
    void areForgottenWhenThereAreTooMany() {
        Grants grants = new Grants(InstantSource.fixed(Instant.EPOCH));
        LoginSession session = new LoginSession("s", "alice", Instant.EPOCH);
        String first = grants.refreshTokenFor(new Grant("first", "page", session, Set.of(), Optional.empty()));
        for (int i = 0; i < 2_000; i++) {
            grants.refreshTokenFor(new Grant("g" + i, "page", session, Set.of(), Optional.empty()));
        }

        assertThatThrownBy(() -> grants.use(first, "page")).hasMessageContaining("is not known");
    }

    @ParameterizedTest
    @CsvSource({
        "code_verifier,'another-verifier-that-is-long-enough-for-section-4.1',invalid_grant",
        "code_verifier,short,invalid_grant",
        "code_verifier,'',invalid_grant",
        "redirect_uri,http://localhost:5173/other,invalid_grant",
        "redirect_uri,'',invalid_grant",
        "client_id,other,invalid_grant",
        "client_id,'',invalid_request",
        "code,guessed,invalid_grant",
        "code,'',invalid_request",
        "grant_type,'',invalid_request",
        "grant_type,password,unsupported_grant_type",
    })
    void areNotGivenToOthers(String name, String value, String error) {
        String code = provider.logIn("alice").told("code");

        assertRefused(token(provider.exchange(code, name, value)), 400, error);
    }

    @Test
    void areNotGivenAfterAFailedAttempt() {
        String code = provider.logIn("alice").told("code");
        token(provider.exchange(code, "code_verifier", "x".repeat(43)));

        assertRefused(token(provider.exchange(code)), 400, "invalid_grant");
    }

    @Test
    void areNotGivenForACodeThatIsOld() {
        String code = provider.logIn("alice").told("code");
        provider.pass(Duration.ofMinutes(1));

        assertRefused(token(provider.exchange(code)), 400, "invalid_grant");
    }

    @Test
    void needPkceFromClientsWithoutASecret() {
        String[] bare = {"code_challenge", "", "code_challenge_method", ""};

        assertRefused(
                token(provider.exchange(provider.logIn("alice", bare).told("code"), "code_verifier", "")),
                400,
                "invalid_grant");
        assertThat(token(provider.exchange(
                                provider.logIn("alice", bare).told("code"),
                                "code_verifier",
                                "",
                                "client_secret",
                                "any"))
                        .status())
                .isEqualTo(200);
        // A verifier without a challenge: somebody took the challenge away.
        assertRefused(
                token(provider.exchange(provider.logIn("alice", bare).told("code"), "client_secret", "any")),
                400,
                "invalid_grant");
    }

    @Test
    void areRenewed() {
        JsonNode first = provider.tokens("alice");
        provider.pass(Duration.ofHours(2));
        JsonNode second =
                provider.refresh(first.path("refresh_token").asString()).json();

        assertThat(second.path("access_token")).isNotEqualTo(first.path("access_token"));
        assertThat(second.path("refresh_token")).isNotEqualTo(first.path("refresh_token"));
        JsonNode id = Provider.claims(second.path("id_token").asString());
        assertThat(id.path("sub").asString()).isEqualTo("alice");
        assertThat(id.has("nonce")).isFalse();
        assertThat(id.path("auth_time"))
                .isEqualTo(Provider.claims(first.path("id_token").asString()).path("auth_time"));
    }

    @Test
    void endWhenARefreshTokenIsUsedTwice() {
        String first = provider.tokens("alice").path("refresh_token").asString();
        String second = provider.refresh(first).json().path("refresh_token").asString();

        assertRefused(provider.refresh(first), 400, "invalid_grant");
        assertRefused(provider.refresh(second), 400, "invalid_grant");
    }

    @Test
    void areRenewedForTheirClientAndWithinTheirScopes() {
        String token = provider.tokens("alice").path("refresh_token").asString();

        assertRefused(provider.refresh(token, "client_id", "other"), 400, "invalid_grant");
        Answer less = provider.refresh(token, "scope", "openid openid");
        assertThat(less.json().path("scope").asString()).isEqualTo("openid");
        assertRefused(
                provider.refresh(less.json().path("refresh_token").asString(), "scope", "openid admin"),
                400,
                "invalid_scope");
    }

    @Test
    void areGivenToClientsWithASecret() {
        Map<String, String> form = Map.of("grant_type", "client_credentials", "scope", "things:read");
        String basic = "Basic " + Base64.getEncoder().encodeToString("job%3A1:any".getBytes(StandardCharsets.UTF_8));
        Answer answer = token(form, "Authorization", basic);

        assertThat(answer.json().path("scope").asString()).isEqualTo("things:read");
        assertThat(answer.json().has("refresh_token")).isFalse();
        JsonNode claims = Provider.claims(answer.json().path("access_token").asString());
        assertThat(claims.path("sub").asString()).isEqualTo("job:1");
    }

    @Test
    void areNotGivenToClientsWithout() {
        Answer answer = token(Map.of("grant_type", "client_credentials", "client_id", "job"));

        assertRefused(answer, 401, "invalid_client");
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Basic realm=\"mock\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer abc", "Basic !!!", "Basic bm9jb2xvbg==", "Basic OnNlY3JldA=="})
    void areNotGivenForOtherCredentials(String field) {
        assertRefused(token(Map.of("grant_type", "client_credentials"), "Authorization", field), 401, "invalid_client");
    }

    @Test
    void areNotGivenForTwoCredentialsAtOnce() {
        String basic = "Basic " + Base64.getEncoder().encodeToString("job:any".getBytes(StandardCharsets.UTF_8));
        Map<String, String> form = Map.of("grant_type", "client_credentials", "client_secret", "any");

        assertRefused(token(form, "Authorization", basic), 400, "invalid_request");
    }

    @Test
    void areNotGivenForOtherRequests() {
        assertRefused(
                provider.post("/__oidc/token", "grant_type=client_credentials&grant_type=x"), 400, "invalid_request");
        Answer json = provider.send(provider.request("/__oidc/token", "Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"grant_type\":\"client_credentials\"}")));
        assertRefused(json, 400, "invalid_request");
        Answer get = provider.get("/__oidc/token?grant_type=client_credentials");
        assertThat(get.status()).isEqualTo(405);
        assertThat(get.header("Allow")).isEqualTo("POST");
    }
}
