package dev.countersign.mock.oidc;

import dev.countersign.mock.exchange.Header;
import dev.countersign.mock.exchange.Headers;
import dev.countersign.mock.exchange.MockRequest;
import dev.countersign.mock.exchange.MockResponse;
import dev.countersign.mock.render.ProblemBody;
import dev.countersign.mock.validate.BearerTokens;
import dev.countersign.openapi.contract.Contract;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * A stand-in for an OpenID Connect provider (OpenID Connect Core, RFC 6749), with which a page's login library works against the
 * mock. It lets in everybody, by any name. Below {@value #PATH}, and at the well-known addresses of the server where no document
 * has them. Thread-safe.
 */
public final class LoginServer implements BearerTokens {
    /** No API of a mocked contract: the prefix is the one that query parameters for the mock have. */
    public static final String PATH = "/__oidc";

    private static final String WELL_KNOWN = "/.well-known/";
    private static final String OPENID = WELL_KNOWN + "openid-configuration";
    private static final String OAUTH = WELL_KNOWN + "oauth-authorization-server"; // RFC 8414 section 3.1

    private final String scheme;
    private final TokenSigner signer;
    private final AuthorizationEndpoint authorization;
    private final TokenEndpoint token;
    private final TokenStatus status;
    private final LogoutEndpoint logout;
    private volatile Offer offer = Offer.of(List.of());

    /**
     * A stand-in that nobody has logged in to yet.
     *
     * @param scheme {@code http} or {@code https}, as clients reach the server
     */
    public LoginServer(LoginSettings settings, TokenSigner signer, String scheme) {
        this.scheme = scheme;
        this.signer = signer;
        Grants grants = new Grants(signer.clock());
        LoginSessions sessions = new LoginSessions(grants, signer.clock());
        Tokens tokens = new Tokens(signer, settings.lifetime());
        authorization = new AuthorizationEndpoint(settings, grants, sessions, signer);
        token = new TokenEndpoint(tokens, grants);
        status = new TokenStatus(tokens, grants);
        logout = new LogoutEndpoint(settings, signer, sessions);
        // To make a key takes longer than a request should.
        CompletableFuture<Void> unused =
                CompletableFuture.runAsync(() -> signer.key().id());
    }

    /** From now on these documents say what can be asked for, by their security schemes. */
    public void standInFor(List<Contract> documents) {
        offer = Offer.of(documents);
    }

    /** Whether a document has a scheme that this stands in for. */
    public static boolean isNamedBy(Contract document) {
        return Offer.of(List.of(document)).isNamed();
    }

    /** Whether a request is for this server and not for the API. */
    public boolean isMeantBy(MockRequest request) {
        String path = request.path();
        return path.equals(PATH)
                || path.startsWith(PATH + "/")
                || ((path.equals(OPENID) || path.equals(OAUTH) || path.equals(OAUTH + PATH))
                        && !offer.paths().contains(path));
    }

    /** Answers a request that is for this server. */
    public MockResponse answer(MockRequest request) {
        String path = request.path();
        boolean ofPath = path.equals(OAUTH + PATH);
        Issuer issuer = Issuer.of(scheme, request.headers(), ofPath ? PATH : path);
        String below = path.startsWith(Issuer.OF_SERVER + "/")
                ? path.substring(Issuer.OF_SERVER.length())
                : path.startsWith(PATH + "/") ? path.substring(PATH.length()) : OPENID;
        List<String> methods = methods(below);
        String method = request.method().equals("HEAD") ? "GET" : request.method();
        if (methods.isEmpty()) {
            return ProblemBody.of(404, "There is no such endpoint. " + issuer.base() + OPENID + " lists them.")
                    .response();
        }
        if (!methods.contains(method)) {
            String allowed = String.join(", ", methods);
            return ProblemBody.of(405, "Use " + allowed + " here.").response().with(new Header("Allow", allowed));
        }
        try {
            return answer(below, request, issuer, offer);
        } catch (OAuthException refusal) {
            return Replies.error(refusal);
        }
    }

    private static List<String> methods(String endpoint) {
        return switch (endpoint) {
            case OPENID, "/jwks" -> List.of("GET");
            case "/authorize", "/userinfo", "/logout" -> List.of("GET", "POST");
            case "/login", "/token", "/introspect", "/revoke" -> List.of("POST");
            default -> List.of();
        };
    }

    private MockResponse answer(String endpoint, MockRequest request, Issuer issuer, Offer offered) {
        return switch (endpoint) {
            case "/jwks" -> Replies.json(signer.key().keySet());
            case "/authorize" -> authorization.authorize(request, issuer, offered);
            case "/login" -> authorization.login(request, issuer, offered);
            case "/token" -> Replies.json(token.answer(request, issuer, offered));
            case "/userinfo" -> status.userInfo(request);
            case "/introspect" -> Replies.json(status.introspect(request));
            case "/revoke" -> status.revoke(request);
            case "/logout" -> logout.answer(request);
            default -> Replies.json(Discovery.of(issuer, offered));
        };
    }

    /** A token of this issuer is held against its key and its end; any other is somebody else's business. */
    @Override
    public Optional<String> refusal(String text, Headers request) {
        Optional<Jwt> read = Jwt.read(text);
        if (read.isEmpty()) {
            return Optional.empty();
        }
        Jwt jwt = read.get();
        if (!jwt.isSignedBy(signer.key())) {
            return Issuer.isOwn(jwt.claim("iss"), scheme, request)
                    ? Optional.of("this server did not sign the token (its key changes with each start)")
                    : Optional.empty();
        }
        return jwt.isExpired(signer.clock().instant()) ? Optional.of("the token is expired") : Optional.empty();
    }
}
