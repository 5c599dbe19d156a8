package dev.countersign.mock.server;

import dev.countersign.mock.exchange.Header;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Lets pages call, as far as the policy goes. The wildcard is not allowed together with credentials, so that the caller's own
 * origin and the response's own header names are named there.
 */
final class Cors {
    private static final String METHODS = "GET, HEAD, PUT, POST, DELETE, OPTIONS, PATCH, TRACE";
    private static final String ALLOW_ORIGIN = "Access-Control-Allow-Origin";
    private static final String ALLOW_CREDENTIALS = "Access-Control-Allow-Credentials";
    private static final String REQUEST_METHOD = "Access-Control-Request-Method";

    private final CorsPolicy policy;
    private final OriginPatterns origins;

    Cors(CorsPolicy policy) {
        this.policy = policy;
        this.origins = new OriginPatterns(policy.origins());
    }

    boolean isPreflight(Request request) {
        return policy.enabled()
                && request.getMethod().equals("OPTIONS")
                && request.getHeaders().contains(HttpHeader.ORIGIN)
                && request.getHeaders().contains(REQUEST_METHOD);
    }

    void answerPreflight(Request request, Response response, Callback callback) {
        HttpFields.Mutable fields = response.getHeaders();
        if (allow(request.getHeaders().get(HttpHeader.ORIGIN), fields)) {
            fields.put(
                    "Access-Control-Allow-Methods", methods(request.getHeaders().get(REQUEST_METHOD)));
            String headers = request.getHeaders().get("Access-Control-Request-Headers");
            if (headers != null) {
                fields.put("Access-Control-Allow-Headers", headers);
            }
            fields.put("Access-Control-Max-Age", "600");
        }
        fields.put(HttpHeader.VARY, "Origin, Access-Control-Request-Method, Access-Control-Request-Headers");
        response.setStatus(204);
        callback.succeeded();
    }

    /** A contract may have any method (OAS 3.2 section 4.9), so that the one which is asked for is granted, too. */
    private static String methods(String asked) {
        boolean known = Arrays.asList(METHODS.split(", ", -1)).contains(asked);
        return known ? METHODS : METHODS + ", " + asked;
    }

    private boolean allow(String origin, HttpFields.Mutable fields) {
        if (!origins.allow(origin)) {
            return false;
        }
        if (policy.credentials()) {
            fields.put(ALLOW_ORIGIN, origin);
            fields.put(ALLOW_CREDENTIALS, "true");
        } else {
            fields.put(ALLOW_ORIGIN, "*");
            fields.remove(ALLOW_CREDENTIALS);
        }
        return true;
    }

    void decorate(Request request, HttpFields.Mutable fields, List<Header> headers) {
        String origin = policy.enabled() ? request.getHeaders().get(HttpHeader.ORIGIN) : null;
        if (origin == null) {
            return;
        }
        // A real server that grants more knows why.
        boolean granted = !policy.credentials() && fields.contains(ALLOW_ORIGIN);
        if (!granted && allow(origin, fields)) {
            fields.put(
                    "Access-Control-Expose-Headers",
                    headers.stream().map(Header::name).distinct().collect(Collectors.joining(", ")));
        }
        fields.add(HttpHeader.VARY, "Origin");
    }
}
