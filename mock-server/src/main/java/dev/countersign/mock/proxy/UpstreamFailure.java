package dev.countersign.mock.proxy;

import dev.countersign.mock.exchange.Header;
import dev.countersign.mock.exchange.MockResponse;
import dev.countersign.mock.render.ProblemBody;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertificateException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.eclipse.jetty.http.HttpException;
import org.jspecify.annotations.Nullable;

/**
 * Why there is no answer of the upstream, or no whole one.
 *
 * @param status 502; 504 when time ran out, 400 when the request cannot be passed on
 * @param error the error type of RFC 9209 section 2.3
 * @param detail what happened and what to do about it
 */
record UpstreamFailure(int status, String error, String detail) {
    /** RFC 9209: marks an answer as the proxy's own. */
    static final String PROXY_STATUS = "Proxy-Status";

    /** Words of the HTTP parser, which has no other means to tell them apart. */
    private static final String EARLY_END = "Early EOF";

    private static final String LONG_HEAD = "Response Header Bytes Too Large";

    static UpstreamFailure of(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            UpstreamFailure known = known(cause);
            if (known != null) {
                return known;
            }
        }
        return failure instanceof IOException
                ? brokenOff()
                : new UpstreamFailure(502, "proxy_internal_error", "The upstream cannot be asked.");
    }

    private static @Nullable UpstreamFailure known(Throwable cause) {
        if (cause instanceof UnknownHostException || cause instanceof UnresolvedAddressException) {
            return unreachable("dns_error", "its name is not known");
        }
        if (cause instanceof NoRouteToHostException) {
            return unreachable("destination_ip_unroutable", "there is no way to its address");
        }
        if (cause instanceof ConnectException) {
            return unreachable("connection_refused", "nothing listens at its address");
        }
        if (cause instanceof SocketTimeoutException) {
            return new UpstreamFailure(504, "connection_timeout", "The upstream did not accept a connection in time.");
        }
        if (cause instanceof TimeoutException) {
            return late();
        }
        if (cause instanceof CertificateException) {
            return new UpstreamFailure(
                    502,
                    "tls_certificate_error",
                    "The upstream's certificate is not trusted. Name the authority that issued it with --upstream-ca.");
        }
        if (cause instanceof SSLException && !(cause.getCause() instanceof CertificateException)) {
            return new UpstreamFailure(502, "tls_protocol_error", "No TLS connection to the upstream came about.");
        }
        if (cause instanceof HttpException http) {
            String reason = String.valueOf(http.getReason());
            if (reason.equals(EARLY_END)) {
                return brokenOff();
            }
            return reason.equals(LONG_HEAD)
                    ? new UpstreamFailure(
                            502,
                            "http_response_header_section_size",
                            "The header fields of the upstream's answer are larger than " + Upstream.LONGEST_HEAD
                                    + " bytes.")
                    : new UpstreamFailure(502, "http_protocol_error", "What the upstream answered is not HTTP.");
        }
        if (cause instanceof IllegalArgumentException) {
            return new UpstreamFailure(
                    400, "http_request_error", "The request cannot be passed on: its target is not a valid URI.");
        }
        return null;
    }

    private static UpstreamFailure unreachable(String error, String why) {
        return new UpstreamFailure(
                502, error, "The upstream cannot be reached: " + why + ". Is it running, and is its address right?");
    }

    static UpstreamFailure late() {
        return new UpstreamFailure(504, "http_response_timeout", "The upstream did not answer in time (--timeout).");
    }

    static UpstreamFailure brokenOff() {
        return new UpstreamFailure(
                502, "http_response_incomplete", "The upstream broke off before its answer was complete.");
    }

    static UpstreamFailure tooLarge(long limit) {
        return new UpstreamFailure(
                502,
                "http_response_body_size",
                "The body of the upstream's answer is larger than " + limit
                        + " bytes, which is more than is examined. Without --errors it is passed on.");
    }

    MockResponse response() {
        return ProblemBody.of(status, detail).response().with(mark(error));
    }

    static Header mark(String error) {
        return new Header(PROXY_STATUS, "countersign; error=" + error);
    }
}
