package dev.countersign.mock.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.RSAPublicKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Tokens that anyone with the key set can verify, and that nobody else can make. */
class TokenSignerTest {
    private static final SigningKey KEY = new SigningKey();
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final TokenSigner SIGNER = new TokenSigner(KEY, InstantSource.fixed(NOW));

    private static ObjectNode claims() {
        return JsonNodeFactory.instance.objectNode().put("sub", "alice");
    }

    private static JsonNode part(String token, int index) {
        return JsonMapper.shared().readTree(Base64.getUrlDecoder().decode(token.split("\\.")[index]));
    }

    /** By the numbers of the key set alone, as any other program would do it. */
    @Test
    void areVerifiedByTheKeySet() throws Exception {
        String token = SIGNER.sign(claims(), Duration.ofMinutes(5));
        JsonNode key = KEY.keySet().path("keys").path(0);
        Base64.Decoder decoder = Base64.getUrlDecoder();
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(KeyFactory.getInstance("RSA")
                .generatePublic(new RSAPublicKeySpec(
                        new BigInteger(1, decoder.decode(key.path("n").asString())),
                        new BigInteger(1, decoder.decode(key.path("e").asString())))));
        signature.update(token.substring(0, token.lastIndexOf('.')).getBytes(StandardCharsets.US_ASCII));

        assertThat(signature.verify(decoder.decode(token.split("\\.")[2]))).isTrue();
        assertThat(key.path("kty").asString()).isEqualTo("RSA");
        assertThat(key.path("alg").asString()).isEqualTo("RS256");
        assertThat(part(token, 0).path("kid")).isEqualTo(key.path("kid"));
        assertThat(key.has("d")).isFalse();
    }

    @Test
    void saySinceWhenAndUntilWhen() {
        JsonNode claims = part(SIGNER.sign(claims(), Duration.ofMinutes(5)), 1);

        assertThat(claims.path("iat").asLong()).isEqualTo(NOW.getEpochSecond());
        assertThat(claims.path("exp").asLong()).isEqualTo(NOW.getEpochSecond() + 300);
        assertThat(claims.path("jti").asString()).isNotEmpty();
        assertThat(claims.path("sub").asString()).isEqualTo("alice");
    }

    @Test
    void keepTimesThatTheyAreGiven() {
        JsonNode claims = part(SIGNER.sign(claims().put("exp", 7), Duration.ofMinutes(5)), 1);

        assertThat(claims.path("exp").asLong()).isEqualTo(7);
    }

    @Test
    void endWithTheirTime() {
        String token = SIGNER.sign(claims(), Duration.ofSeconds(10));

        assertThat(at(NOW.plusSeconds(9)).verify(token)).isPresent();
        assertThat(at(NOW.plusSeconds(10)).verify(token)).isEmpty();
    }

    private static TokenSigner at(Instant now) {
        return new TokenSigner(KEY, InstantSource.fixed(now));
    }

    @Test
    void areThoseOfOneKey() {
        String foreign = new TokenSigner(new SigningKey(), InstantSource.fixed(NOW)).sign(claims(), Duration.ofDays(1));

        assertThat(SIGNER.verify(foreign)).isEmpty();
    }

    @Test
    void areNotChanged() {
        String[] parts = SIGNER.sign(claims(), Duration.ofDays(1)).split("\\.");
        String other = encoded("{\"sub\":\"root\"}");

        assertThat(SIGNER.verify(parts[0] + "." + other + "." + parts[2])).isEmpty();
        assertThat(SIGNER.verify(encoded("{\"alg\":\"none\"}") + "." + parts[1] + "."))
                .isEmpty();
        assertThat(SIGNER.verify(encoded("{\"alg\":\"HS256\"}") + "." + parts[1] + "." + parts[2]))
                .isEmpty();
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "..",
                "a.b",
                "a.b.c",
                "e30.e30.",
                "e30.W10.e30",
                "!.!.!",
                "e30.e30.e30.e30",
                "bnVsbA.bnVsbA.x"
            })
    void areNotWhatIsNone(String text) {
        assertThat(SIGNER.verify(text)).isEmpty();
    }

    @Test
    void areNeverShown() {
        String token = SIGNER.sign(claims(), Duration.ofDays(1));

        assertThat(Jwt.read(token).orElseThrow().toString()).doesNotContain(token.split("\\.")[2], "alice");
    }
}
