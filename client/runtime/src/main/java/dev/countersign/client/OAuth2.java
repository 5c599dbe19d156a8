package dev.countersign.client;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tokens of OAuth 2 (RFC 6749), fetched when first needed, kept until shortly before they expire, and renewed when a server
 * refuses one: then the call is made once more. Of many calls that need a token, one fetches it. Immutable.
 */
public final class OAuth2 {
    private final URI tokenUrl;
    private final @Nullable String authorization;
    private final Map<String, String> form;
    private final Clock clock;
    private final Duration timeout;
    private final @Nullable HttpClient httpClient;

    private OAuth2(
            URI tokenUrl,
            @Nullable String authorization,
            Map<String, String> form,
            Clock clock,
            Duration timeout,
            @Nullable HttpClient httpClient) {
        this.tokenUrl = tokenUrl;
        this.authorization = authorization;
        this.form = form;
        this.clock = clock;
        this.timeout = timeout;
        this.httpClient = httpClient;
    }

    /**
     * The client's own rights (RFC 6749 section 4.4).
     *
     * @param tokenUrl an absolute URL, most often the contract's {@code tokenUrl}
     */
    public static OAuth2 clientCredentials(String tokenUrl, String clientId, String clientSecret) {
        return new OAuth2(
                Checks.baseUrl("tokenUrl", tokenUrl),
                basic(clientId, clientSecret),
                Map.of("grant_type", "client_credentials"),
                Clock.systemUTC(),
                Duration.ofSeconds(30),
                null);
    }

    /**
     * The rights that a user has given (RFC 6749 section 6). A refresh token that the server changes is changed here, too.
     *
     * @param clientSecret null for a client that has none
     */
    public static OAuth2 refreshToken(
            String tokenUrl, String clientId, @Nullable String clientSecret, String refreshToken) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "refresh_token");
        form.put("refresh_token", Checks.given("the refresh token", refreshToken));
        if (clientSecret == null) {
            form.put("client_id", Checks.given("the client's id", clientId));
        }
        return new OAuth2(
                Checks.baseUrl("tokenUrl", tokenUrl),
                clientSecret == null ? null : basic(clientId, clientSecret),
                form,
                Clock.systemUTC(),
                Duration.ofSeconds(30),
                null);
    }

    /** Asks for these scopes. Default: those that the server thinks right. */
    public OAuth2 withScopes(List<String> scopes) {
        Map<String, String> more = new LinkedHashMap<>(form);
        more.put("scope", String.join(" ", scopes));
        return new OAuth2(tokenUrl, authorization, more, clock, timeout, httpClient);
    }

    /** By another clock, by which tokens expire. */
    public OAuth2 withClock(Clock other) {
        return new OAuth2(tokenUrl, authorization, form, other, timeout, httpClient);
    }

    /** Waits so long for a token, and no longer. Default: 30 seconds. */
    public OAuth2 withTimeout(Duration longest) {
        return new OAuth2(tokenUrl, authorization, form, clock, Checks.positive("timeout", longest), httpClient);
    }

    /** Asks over an HTTP client of one's own, with its proxy and its TLS. */
    public OAuth2 withHttpClient(HttpClient own) {
        return new OAuth2(tokenUrl, authorization, form, clock, timeout, own);
    }

    /** The credential, for {@link ClientBuilder#bearer} or {@link ClientBuilder#credential}. */
    public Credential credential() {
        return Credential.from(tokens());
    }

    /** The tokens, one after the other. */
    public TokenSource tokens() {
        return new TokenCache(new TokenEndpoint(tokenUrl, authorization, form, clock, timeout, httpClient), clock);
    }

    /** Both halves are written as in a form, so that a colon in them does no harm (RFC 6749 section 2.3.1). */
    private static String basic(String clientId, String clientSecret) {
        String id = URLEncoder.encode(Checks.given("the client's id", clientId), StandardCharsets.UTF_8);
        String secret = URLEncoder.encode(Checks.given("the client's secret", clientSecret), StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(StandardCharsets.US_ASCII));
    }

    /** Where tokens come from, and nothing of what is shown there. */
    @Override
    public String toString() {
        return "OAuth2[tokenUrl=" + tokenUrl + ", grant=" + form.get("grant_type") + "]";
    }
}
