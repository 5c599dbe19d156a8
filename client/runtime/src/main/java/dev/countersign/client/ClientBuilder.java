package dev.countersign.client;

import feign.RequestInterceptor;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Builds a client. Not thread-safe; the client is.
 *
 * @param <C> the generated client
 */
public final class ClientBuilder<C> {
    private static final long DEFAULT_MAX_RESPONSE_BYTES = 64L * 1024 * 1024;

    private final ClientDefaults defaults;
    private final Function<ClientSettings, C> client;
    private @Nullable URI baseUrl;
    private @Nullable Server server;
    private Duration timeout = Duration.ofSeconds(60);
    private Duration connectTimeout = Duration.ofSeconds(10);
    private long maxResponseBytes = DEFAULT_MAX_RESPONSE_BYTES;
    private @Nullable String userAgent;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private @Nullable ProxySelector proxy;
    private @Nullable SSLContext sslContext;
    private HttpClient.@Nullable Version version;
    private @Nullable HttpClient httpClient;
    private RetryPolicy retries = RetryPolicy.none();
    private Pause pause = new Sleep();
    private boolean compression = true;
    private Reading reading = Reading.STRICT;
    private final Map<String, Credential> credentials = new LinkedHashMap<>();
    private final List<CallObserver> observers = new ArrayList<>();
    private final List<RequestInterceptor> interceptors = new ArrayList<>();

    /** Called by generated code. */
    public ClientBuilder(ClientDefaults defaults, Function<ClientSettings, C> client) {
        this.defaults = defaults;
        this.client = client;
    }

    /**
     * Takes settings from environment variables that begin with the contract's name in capitals, for a contract called
     * Auth: {@code AUTH_BASE_URL} or {@code AUTH_SERVER}, one of which is required, the latter with the name of one of
     * the contract's servers, whose variables come from {@code AUTH_SERVER_REGION} and the like; {@code AUTH_TIMEOUT} and
     * {@code AUTH_CONNECT_TIMEOUT} (seconds, or ISO 8601), {@code AUTH_MAX_RETRIES}, {@code AUTH_BEARER_TOKEN}, {@code AUTH_API_KEY}, {@code AUTH_USERNAME} and
     * {@code AUTH_PASSWORD}.
     *
     * @param variables {@link System#getenv()}, or a map for a test
     * @throws IllegalStateException when the base URL is missing
     * @throws IllegalArgumentException when a variable has a value that means nothing; the message names the variable
     */
    public ClientBuilder<C> environment(Map<String, String> variables) {
        new Environment(defaults, variables).configure(this);
        return this;
    }

    /**
     * What every path is appended to, for instance {@code http://localhost:4010}, whatever servers the contract names.
     * Required, unless a server is given.
     */
    public ClientBuilder<C> baseUrl(String url) {
        baseUrl = Checks.baseUrl(url);
        return this;
    }

    /**
     * One of the contract's servers, which the generated client lists. An absolute one stands in the base URL's place; a
     * relative one is resolved against the base URL, as a browser would (RFC 3986 section 5). Without a base URL, an
     * operation that has a server of its own in the contract is called there.
     */
    public ClientBuilder<C> server(Server chosen) {
        server = chosen;
        return this;
    }

    /** How long a whole call may last, from connecting to the last byte of the body. Default: 60 seconds. */
    public ClientBuilder<C> timeout(Duration whole) {
        timeout = Checks.positive("timeout", whole);
        return this;
    }

    /** How long the making of a connection may last. Default: 10 seconds. */
    public ClientBuilder<C> connectTimeout(Duration connecting) {
        connectTimeout = Checks.positive("connectTimeout", connecting);
        return this;
    }

    /** The longest body that is accepted, in bytes after decompression. Default: 64 MiB. */
    public ClientBuilder<C> maxResponseBytes(long bytes) {
        if (bytes < 1) {
            throw new IllegalArgumentException("maxResponseBytes must be at least 1, was " + bytes);
        }
        maxResponseBytes = bytes;
        return this;
    }

    /** The value of {@code User-Agent}. Default: the contract's name and version. */
    public ClientBuilder<C> userAgent(String product) {
        userAgent = Checks.given("userAgent", product);
        return this;
    }

    /** A header field that every request carries. A call with a value that no header can carry is refused. */
    public ClientBuilder<C> header(String name, String value) {
        headers.put(Checks.given("the name of a header", name), Checks.given("the value of header " + name, value));
        return this;
    }

    /** Through which proxy requests go. Default: the JVM's. */
    public ClientBuilder<C> proxy(ProxySelector selector) {
        proxy = selector;
        return this;
    }

    /** Whom to trust, and what certificate to show. Default: the JVM's. */
    public ClientBuilder<C> sslContext(SSLContext context) {
        sslContext = context;
        return this;
    }

    /** When a call is sent again. Default: never. */
    public ClientBuilder<C> retries(RetryPolicy policy) {
        retries = Checks.given("retries", policy);
        return this;
    }

    /** How to wait between retries. Default: sleep. */
    public ClientBuilder<C> pause(Pause waiting) {
        pause = Checks.given("pause", waiting);
        return this;
    }

    /** One more that is told of every attempt, for instance a {@link CallLog}. */
    public ClientBuilder<C> observer(CallObserver observer) {
        observers.add(Checks.given("observer", observer));
        return this;
    }

    /**
     * One more that may add header fields to every attempt just before it is sent, for instance those that carry a trace
     * on. Header fields of the call's own win; what else an interceptor changes in Feign's template is passed over.
     */
    public ClientBuilder<C> interceptor(RequestInterceptor interceptor) {
        interceptors.add(Checks.given("interceptor", interceptor));
        return this;
    }

    /** What meets a security scheme of the contract, by the scheme's name. */
    public ClientBuilder<C> credential(String scheme, Credential credential) {
        if (!defaults.schemes().containsKey(scheme)) {
            throw new IllegalArgumentException("the contract has no security scheme called " + scheme + "; it has "
                    + defaults.schemes().keySet());
        }
        credentials.put(scheme, Checks.given("credential", credential));
        return this;
    }

    /** A bearer token for every scheme of the contract that takes one: bearer, OAuth 2 and OpenID Connect. */
    public ClientBuilder<C> bearer(Credential token) {
        return all(AuthScheme.Kind.BEARER, Checks.given("bearer", token));
    }

    /**
     * The client's own id and secret for every OAuth 2 scheme of the contract that has a {@code tokenUrl}, where tokens are
     * fetched from and renewed; see {@link OAuth2} for other grants and places. To be called after {@link #baseUrl} where
     * that URL is relative.
     *
     * @throws IllegalStateException when the contract has no such scheme, or its URL is relative and there is no base URL
     */
    public ClientBuilder<C> clientCredentials(String clientId, String clientSecret, String... scopes) {
        boolean any = false;
        for (Map.Entry<String, AuthScheme> scheme : defaults.schemes().entrySet()) {
            if (scheme.getValue().tokenUrl().isPresent()) {
                String url =
                        Checks.tokenUrl(baseUrl, scheme.getValue().tokenUrl().get());
                OAuth2 tokens = OAuth2.clientCredentials(url, clientId, clientSecret);
                credentials.put(
                        scheme.getKey(),
                        (scopes.length == 0 ? tokens : tokens.withScopes(List.of(scopes))).credential());
                any = true;
            }
        }
        if (!any) {
            throw new IllegalStateException("the contract names no tokenUrl; give one:"
                    + " bearer(OAuth2.clientCredentials(tokenUrl, clientId, clientSecret).credential())");
        }
        return this;
    }

    /** A key for every API key scheme of the contract. */
    public ClientBuilder<C> apiKey(Credential key) {
        return all(AuthScheme.Kind.API_KEY, Checks.given("apiKey", key));
    }

    /** A user's name and password for every basic scheme of the contract. */
    public ClientBuilder<C> basic(String user, String password) {
        return all(AuthScheme.Kind.BASIC, Credential.basic(user, password));
    }

    private ClientBuilder<C> all(AuthScheme.Kind kind, Credential credential) {
        defaults.schemes().forEach((name, scheme) -> {
            if (scheme.kind() == kind) {
                credentials.put(name, credential);
            }
        });
        return this;
    }

    /** Whether answers are asked for in gzip ({@code Accept-Encoding}). Default: yes. */
    public ClientBuilder<C> compression(boolean wanted) {
        compression = wanted;
        return this;
    }

    /** What becomes of an answer in which something does not fit the contract. Default: the call fails. */
    public ClientBuilder<C> reading(Reading wanted) {
        reading = Checks.given("reading", wanted);
        return this;
    }

    /**
     * The HTTP version to begin with. Default: 1.1. {@code java.net.http} speaks version 2 over fewer connections, but of
     * calls under way when a server ends a connection in an orderly way (GOAWAY) it may lose the answers, before JDK 24
     * all of them.
     */
    public ClientBuilder<C> httpVersion(HttpClient.Version preferred) {
        version = preferred;
        return this;
    }

    /**
     * What connections are made with, instead of a client of our own; then proxy, TLS, HTTP version and connect timeout
     * are its own affair.
     *
     * @throws IllegalArgumentException when it follows redirects, which could carry credentials to another host
     */
    public ClientBuilder<C> httpClient(HttpClient client) {
        if (Checks.given("httpClient", client).followRedirects() != HttpClient.Redirect.NEVER) {
            throw new IllegalArgumentException(
                    "httpClient must not follow redirects; build it with followRedirects(Redirect.NEVER)");
        }
        httpClient = client;
        return this;
    }

    /**
     * The client.
     *
     * @throws IllegalStateException when the base URL is missing
     * @throws IllegalArgumentException when the URL of the server is none
     */
    public C build() {
        URI base = Checks.target(baseUrl, server);
        Optional<ServerTemplate> ofContract = server == null || baseUrl != null ? Optional.empty() : server.template();
        return client.apply(new ClientSettings(
                base,
                ofContract,
                timeout,
                maxResponseBytes,
                userAgent == null ? defaults.userAgent() : userAgent,
                headers,
                retries,
                pause,
                credentials,
                observers,
                interceptors,
                compression,
                reading,
                httpClient == null ? Connections.own(connections()) : Connections.of(httpClient)));
    }

    private HttpClient connections() {
        // What is done with an answer before the caller gets it is short and never waits, so that the thread which
        // hears of it may do it too: handing it to another costs more than the work.
        HttpClient.Builder builder = HttpClient.newBuilder()
                .executor(Runnable::run)
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(version == null ? HttpClient.Version.HTTP_1_1 : version)
                .connectTimeout(connectTimeout);
        if (proxy != null) {
            builder.proxy(proxy);
        }
        if (sslContext != null) {
            builder.sslContext(sslContext);
        }
        return builder.build();
    }
}
