package dev.countersign.mock.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.mock.oidc.Provider.Answer;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The way of a browser through a login: from the client to the page and back. */
class AuthorizationTest {
    private final Provider provider = new Provider("myapp://callback", "https://app.example/callback?from=mock");

    @AfterEach
    void close() {
        provider.close();
    }

    @Test
    void showsAPageAndGoesBackWithACode() {
        Answer page = provider.authorize();
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Type")).isEqualTo("text/html; charset=utf-8");
        assertThat(page.header("Content-Security-Policy")).contains("default-src 'none'", "form-action 'self' http:");
        assertThat(page.body()).contains("<label for=\"user\">", "id=\"user\" name=\"user\"", "<strong>page</strong>");

        Answer back = provider.logIn("alice");
        assertThat(back.status()).isEqualTo(303);
        assertThat(back.header("Location")).startsWith(Provider.CALLBACK + "?");
        assertThat(back.told("code")).hasSize(43);
        assertThat(back.told("state")).isEqualTo("s t&te");
        assertThat(back.told("iss")).isEqualTo(provider.url() + "/__oidc");
        assertThat(back.header("Set-Cookie")).contains("HttpOnly", "SameSite=Lax", "Path=/__oidc");
    }

    @Test
    void takesTheRequestAsAFormToo() {
        assertThat(provider.post("/__oidc/authorize", Provider.wish()).body()).contains("<label for=\"user\">");
    }

    @Test
    void answersInTheFragmentIfAsked() {
        Answer back = provider.logIn("alice", "response_mode", "fragment");

        assertThat(back.header("Location")).startsWith(Provider.CALLBACK + "#");
        assertThat(back.told("code")).isNotEmpty();
    }

    @Test
    void knowsWhoIsLoggedIn() {
        assertThat(provider.authorize("prompt", "none").told("error")).isEqualTo("login_required");
        provider.logIn("alice");
        provider.pass(Duration.ofSeconds(100));

        assertThat(provider.authorize("prompt", "none").told("code")).isNotEmpty();
        assertThat(provider.authorize().status()).isEqualTo(303);
        assertThat(provider.authorize("prompt", "login").status()).isEqualTo(200);
        assertThat(provider.authorize("max_age", "101").status()).isEqualTo(303);
        assertThat(provider.authorize("max_age", "99").status()).isEqualTo(200);
    }

    @Test
    void doesNotTakeOneUserForAnother() {
        String hint = provider.tokens("alice").path("id_token").asString();
        assertThat(provider.authorize("prompt", "none", "id_token_hint", hint).told("code"))
                .isNotEmpty();
        provider.logIn("bob");

        assertThat(provider.authorize("prompt", "none", "id_token_hint", hint).told("error"))
                .isEqualTo("login_required");
    }

    /** A page's own server may stand between, and pass the request on under another name. */
    @Test
    void leadsFromThePageToAPlaceBesideIt() {
        String path = "/__oidc/login?" + Parameters.encoded(Provider.wish());
        Map<String, String> form = Map.of("user", "alice", "decision", "allow");

        assertThat(provider.authorize().body()).contains("<form method=\"post\" action=\"login?client_id=page&amp;");
        assertThat(provider.post(path, form, "Sec-Fetch-Site", "same-origin", "Origin", "http://localhost:5173")
                        .status())
                .isEqualTo(303);
    }

    @Test
    void tellsTheClientThatTheUserRefused() {
        Answer back = provider.post(
                "/__oidc/login?" + Parameters.encoded(Provider.wish()), Map.of("user", "", "decision", "deny"));

        assertThat(back.told("error")).isEqualTo("access_denied");
        assertThat(back.told("state")).isEqualTo("s t&te");
    }

    @ParameterizedTest
    @CsvSource({
        "response_type,token,unsupported_response_type",
        "response_type,'',invalid_request",
        "response_mode,form_post,invalid_request",
        "code_challenge_method,plain,invalid_request",
        "code_challenge_method,'',invalid_request",
        "code_challenge,short,invalid_request",
        "prompt,none login,invalid_request",
        "max_age,soon,invalid_request",
    })
    void tellsTheClientWhatIsWrong(String name, String value, String error) {
        Answer back = provider.authorize(name, value);

        assertThat(back.header("Location")).startsWith(Provider.CALLBACK + "?");
        assertThat(back.told("error")).isEqualTo(error);
        assertThat(back.told("error_description")).isNotEmpty();
        assertThat(back.told("state")).isEqualTo("s t&te");
    }

    @Test
    void tellsTheClientThatAParameterIsRepeated() {
        Answer back = provider.get("/__oidc/authorize?" + Parameters.encoded(Provider.wish()) + "&scope=more");

        assertThat(back.told("error")).isEqualTo("invalid_request");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/callback",
                "http://localhost.evil.example/callback",
                "http://localhost@evil.example/callback",
                "http://evil.example\\@localhost/",
                "http://evil.example#@localhost/",
                "//localhost/callback",
                "/callback",
                "javascript:alert(1)//localhost",
                "javascript://localhost/%0aalert(1)",
                "data:text/html,hello",
                "https://app.example/callback",
                "https://app.example/callback?from=mock&more",
                "http://user:pass@localhost/callback",
                "http://localhost/callback#fragment",
                "http://[::2]/callback",
                "http://10.0.0.1/callback",
            })
    void goesBackToNobodyElse(String redirect) {
        Answer page = provider.authorize("redirect_uri", redirect);

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.header("Location")).isEmpty();
        assertThat(page.body()).contains("--oidc-redirect").doesNotContain("evil");
        assertThat(provider.logIn("alice", "redirect_uri", redirect).header("Location"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:3000/",
                "http://127.0.0.1:8080/cb",
                "http://[::1]:8080/cb",
                "https://page.localhost/cb",
                "myapp://callback",
                "https://app.example/callback?from=mock",
            })
    void goesBackToThisMachineAndWhatIsNamed(String redirect) {
        Answer back = provider.logIn("alice", "redirect_uri", redirect);

        assertThat(back.header("Location")).startsWith(redirect + (redirect.contains("?") ? "&code=" : "?code="));
    }

    @ParameterizedTest
    @ValueSource(strings = {"client_id", "redirect_uri"})
    void tellsTheUserWhatTheClientCannotBeTold(String missing) {
        Answer page = provider.authorize(missing, "");

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.body()).contains("The parameter " + missing + " is missing.", "role=\"alert\"");
    }

    @Test
    void refusesWhatIsTooLong() {
        assertThat(provider.authorize("nonce", "x".repeat(17_000)).status()).isEqualTo(400);
        assertThat(provider.post("/__oidc/authorize", Provider.wish("nonce", "x".repeat(1_000_000)))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void showsEverythingAsText() {
        String script = "\"'><script>alert(1)</script>";
        Answer page = provider.authorize("client_id", script, "login_hint", script, "state", script, "scope", script);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).doesNotContain("<script", script).contains("&lt;script&gt;");
        assertThat(provider.logIn(script).status()).isEqualTo(303);
        assertThat(provider.tokens(script).path("access_token").asString()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "line\nbreak", "x\u0000"})
    void asksAgainForAName(String user) {
        Answer page = provider.logIn(user);

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.body()).contains("aria-invalid=\"true\" aria-describedby=\"wrong\"", "role=\"alert\"");
        assertThat(provider.logIn("x".repeat(101)).status()).isEqualTo(400);
        assertThat(provider.logIn("x".repeat(100)).status()).isEqualTo(303);
    }

    @Test
    void takesTheFormFromItsOwnPageAlone() {
        String path = "/__oidc/login?" + Parameters.encoded(Provider.wish());
        Map<String, String> form = Map.of("user", "mallory", "decision", "allow");

        assertThat(provider.post(path, form, "Origin", "http://evil.example").status())
                .isEqualTo(403);
        assertThat(provider.post(path, form, "Origin", "null").status()).isEqualTo(403);
        assertThat(provider.post(path, form, "Sec-Fetch-Site", "cross-site").status())
                .isEqualTo(403);
        assertThat(provider.post(path, form, "Origin", provider.url()).status()).isEqualTo(303);
    }
}
