package dev.countersign.mock.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.openapi.ContractLoader;
import java.io.IOException;
import java.math.BigInteger;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.RSAPublicKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The scenario that is shipped with the Auth contract. */
class AuthScenarioTest {
    private static final Path DOCUMENT = Path.of("../openapi/auth.yaml");
    private static final Path SCENARIO = Path.of("../openapi/auth.scenario.yaml");
    private static final String RIGHT = "Gpattm@#124";

    private StatefulServer auth;

    @BeforeEach
    void open() throws IOException {
        auth = new StatefulServer(ContractLoader.load(DOCUMENT).contract(), Files.readString(SCENARIO));
    }

    @AfterEach
    void close() {
        auth.close();
    }

    private HttpResponse<String> signIn(String email, String password) {
        return auth.send("POST", "/signIn", "{\"email\": \"" + email + "\", \"password\": \"" + password + "\"}");
    }

    private int signIn(String password) {
        return signIn("abc@abc.com", password).statusCode();
    }

    private JsonNode tokens() {
        return StatefulServer.json(signIn("abc@abc.com", RIGHT)).path("AuthenticationResult");
    }

    private HttpResponse<String> refresh(JsonNode tokens) {
        return auth.send(
                "POST",
                "/refreshToken",
                "{\"refreshToken\": \"" + tokens.path("RefreshToken").asString() + "\"}");
    }

    private static JsonNode refreshed(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(200);
        return StatefulServer.json(response).path("AuthenticationResult");
    }

    @Test
    void signsInWithTheRightPasswordAlone() {
        assertThat(signIn(RIGHT)).isEqualTo(200);

        HttpResponse<String> wrong = signIn("abc@abc.com", "wrong");
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("The email or the password is wrong");
        assertThat(signIn("eve@abc.com", RIGHT).body()).isEqualTo(wrong.body());
    }

    @Test
    void locksAfterFiveFailuresUntilItIsReset() {
        for (int i = 0; i < 5; i++) {
            assertThat(signIn("wrong")).isEqualTo(400);
        }
        HttpResponse<String> locked = signIn("abc@abc.com", RIGHT);
        assertThat(locked.statusCode()).isEqualTo(400);
        assertThat(locked.body()).contains("locked");

        assertThat(auth.send("POST", "/forgotPassword", "{\"email\": \"abc@abc.com\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(signIn(RIGHT)).isEqualTo(200);
    }

    @Test
    void fourFailuresDoNotLockAndASuccessForgetsThem() {
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 4; i++) {
                assertThat(signIn("wrong")).isEqualTo(400);
            }
            assertThat(signIn(RIGHT)).isEqualTo(200);
        }
    }

    @Test
    void aLockEndsByItself() {
        for (int i = 0; i < 5; i++) {
            signIn("wrong");
        }
        auth.pass(Duration.ofMinutes(14));
        assertThat(signIn(RIGHT)).isEqualTo(400);
        auth.pass(Duration.ofMinutes(2));
        assertThat(signIn(RIGHT)).isEqualTo(200);
    }

    @Test
    void aChangedPasswordMakesTheOldOneFailAndEndsSessions() {
        JsonNode tokens = tokens();
        String change = "{\"email\": \"abc@abc.com\", \"oldPassword\": \"%s\", \"newPassword\": \"another\"}";

        assertThat(auth.send("POST", "/changePassword", change.formatted("wrong"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(auth.send("POST", "/changePassword", change.formatted(RIGHT)).body())
                .isEqualTo("{\"success\":true}");
        assertThat(signIn(RIGHT)).isEqualTo(400);
        assertThat(signIn("another")).isEqualTo(200);
        assertThat(refresh(tokens).statusCode()).isEqualTo(400);
    }

    @Test
    void aForgottenPasswordNeedsAnAccount() {
        assertThat(auth.send("POST", "/forgotPassword", "{\"email\": \"eve@abc.com\"}")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void refreshRotatesAndRevokesTheFamilyOfATokenThatComesAgain() {
        JsonNode first = tokens();
        JsonNode other = tokens();
        JsonNode second = refreshed(refresh(first));
        assertThat(second.path("RefreshToken")).isNotEqualTo(first.path("RefreshToken"));
        JsonNode third = refreshed(refresh(second));

        HttpResponse<String> reused = refresh(first);
        assertThat(reused.statusCode()).isEqualTo(400);
        assertThat(StatefulServer.json(reused).path("message").asString()).isEqualTo("Invalid Refresh Token");
        assertThat(refresh(third).statusCode()).isEqualTo(400);
        refreshed(refresh(other));
    }

    @Test
    void refreshTokensExpireAndUnknownOnesAreRefused() {
        JsonNode tokens = tokens();
        auth.pass(Duration.ofHours(25));

        assertThat(refresh(tokens).statusCode()).isEqualTo(400);
        assertThat(auth.send("POST", "/refreshToken", "{\"refreshToken\": \"never issued\"}")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void tokensVerifyWithTheKeySetAndExpire() throws GeneralSecurityException {
        JsonNode tokens = tokens();
        JsonNode key = auth.json("/.well-known/jwks.json").path("keys").get(0);

        JsonNode access = verified(tokens.path("AccessToken").asString(), key);
        assertThat(access.path("sub").asString()).isEqualTo("abc@abc.com");
        assertThat(access.path("token_use").asString()).isEqualTo("access");
        assertThat(access.path("exp").asLong())
                .isEqualTo(StatefulServer.NOW.plusSeconds(3600).getEpochSecond());
        JsonNode id = verified(tokens.path("IdToken").asString(), key);
        assertThat(id.path("email").asString()).isEqualTo("abc@abc.com");

        String token = tokens.path("AccessToken").asString();
        assertThat(auth.signer().verify(token)).isNotEqualTo(Optional.empty());
        auth.pass(Duration.ofMinutes(61));
        assertThat(auth.signer().verify(token)).isEmpty();
    }

    /** Verifies with nothing but the JDK (RFC 7515, RFC 7518 section 3.3), and returns the claims. */
    private static JsonNode verified(String token, JsonNode jwk) throws GeneralSecurityException {
        Base64.Decoder base64 = Base64.getUrlDecoder();
        PublicKey key = KeyFactory.getInstance("RSA")
                .generatePublic(new RSAPublicKeySpec(
                        new BigInteger(1, base64.decode(jwk.path("n").asString())),
                        new BigInteger(1, base64.decode(jwk.path("e").asString()))));
        String[] parts = token.split("\\.", -1);
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(key);
        signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
        assertThat(signature.verify(base64.decode(parts[2]))).isTrue();
        JsonNode header = JsonMapper.shared().readTree(base64.decode(parts[0]));
        assertThat(header.path("alg").asString()).isEqualTo("RS256");
        assertThat(header.path("kid")).isEqualTo(jwk.path("kid"));
        return JsonMapper.shared().readTree(base64.decode(parts[1]));
    }

    @Test
    void eachSessionHasAccountsOfItsOwn() {
        for (int i = 0; i < 5; i++) {
            auth.send("POST", "/signIn", "{\"email\": \"abc@abc.com\", \"password\": \"x\"}", "Mock-Session", "a");
        }

        assertThat(signIn(RIGHT)).isEqualTo(200);
    }

    @Test
    void aStateIsSavedAndLoaded() {
        signIn("wrong");
        JsonNode tokens = tokens();
        JsonNode saved = auth.states().save("");
        assertThat(auth.states().load("other", saved)).isEmpty();

        String body = "{\"refreshToken\": \"" + tokens.path("RefreshToken").asString() + "\"}";
        assertThat(auth.send("POST", "/refreshToken", body, "Mock-Session", "other")
                        .statusCode())
                .isEqualTo(200);
        assertThat(auth.send("POST", "/refreshToken", body, "Mock-Session", "third")
                        .statusCode())
                .isEqualTo(400);
        auth.states().clear("other");
        assertThat(auth.send("POST", "/refreshToken", body, "Mock-Session", "other")
                        .statusCode())
                .isEqualTo(400);
    }
}
