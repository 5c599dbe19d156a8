package dev.countersign.mock.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.mock.oidc.Provider.Answer;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The end of a login, at the wish of a client. */
class LogoutTest {
    private static final String BACK = "post_logout_redirect_uri=http://localhost:5173/bye&state=x%26y";

    private final Provider provider = new Provider();

    @AfterEach
    void close() {
        provider.close();
    }

    private boolean isLoggedIn() {
        return !provider.authorize("prompt", "none").told("code").isEmpty();
    }

    @Test
    void endsTheSessionAndItsTokens() {
        JsonNode tokens = provider.tokens("alice");
        assertThat(isLoggedIn()).isTrue();
        Answer back = provider.get("/__oidc/logout?" + BACK + "&id_token_hint="
                + tokens.path("id_token").asString());

        assertThat(back.status()).isEqualTo(303);
        assertThat(back.header("Location")).isEqualTo("http://localhost:5173/bye?state=x%26y");
        assertThat(isLoggedIn()).isFalse();
        assertThat(provider.refresh(tokens.path("refresh_token").asString()).status())
                .isEqualTo(400);
    }

    @Test
    void asksWhereNoTokenSaysWhoIsMeant() {
        provider.logIn("alice");
        Answer page = provider.get("/__oidc/logout?" + BACK);
        assertThat(page.body()).contains("name=\"confirmed\"");
        assertThat(isLoggedIn()).isTrue();
        assertThat(provider.post("/__oidc/logout?" + BACK, Map.of("confirmed", "yes"), "Origin", "http://evil.example")
                        .status())
                .isEqualTo(403);
        assertThat(isLoggedIn()).isTrue();

        Answer back = provider.post("/__oidc/logout?" + BACK, Map.of("confirmed", "yes"));
        assertThat(back.header("Location")).startsWith("http://localhost:5173/bye?");
        assertThat(isLoggedIn()).isFalse();
    }

    @Test
    void asksWhereATokenMeansSomebodyElse() {
        String former = provider.tokens("alice").path("id_token").asString();
        provider.logIn("bob");

        assertThat(provider.get("/__oidc/logout?id_token_hint=" + former).body())
                .contains("name=\"confirmed\"");
        assertThat(isLoggedIn()).isTrue();
    }

    @Test
    void goesToNobodyElse() {
        provider.logIn("alice");
        Answer page = provider.get("/__oidc/logout?post_logout_redirect_uri=https://evil.example/");

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.header("Location")).isEmpty();
        assertThat(isLoggedIn()).isTrue();
    }

    @Test
    void saysSoWhereThereIsNoWayBack() {
        assertThat(provider.post("/__oidc/logout", Map.of("client_id", "page")).body())
                .contains("You are logged out");
    }
}
