package dev.countersign.client.runtime.http;

import dev.countersign.client.TransportException.Kind;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;

/**
 * Why there is no answer, in words of ours: a message of the JDK may quote what came over the wire, so that only the
 * harmless ones that are listed here are passed on.
 */
final class FailureReason {
    private static final Pattern TUNNEL = Pattern.compile("Tunnel failed, got: (\\d{3})");

    /** What a message is recognised by, and what is said about it, with the groups of the pattern. */
    private record Known(Pattern pattern, String words) {}

    private static final List<Known> BROKEN = List.of(
            known("GOAWAY received", "GOAWAY received"),
            known("too many concurrent streams", "too many concurrent streams"),
            known("(?i)connection reset", "connection reset"),
            known("(?i)broken pipe", "broken pipe"),
            known("Received RST_STREAM: ([A-Za-z ]{1,40})", "stream reset: $1"),
            known("fixed content-length: (\\d+), bytes received: (\\d+)", "only $2 of $1 bytes of the body came"),
            known("chunked transfer encoding, state: (\\w+)", "the chunked body ended too early"),
            known("(?i)EOF reached while reading", "closed before all of the body came"),
            known("header parser received no bytes", "closed without an answer"),
            known("(?i)invalid status line", "the answer is not HTTP"),
            known("(?i)status line too long|header.*too (?:large|long)", "the head of the answer is too long"),
            known("(?i)too (few|many) bytes in request body", "the request's body has too $1 bytes"),
            known("(?i)protocol error", "protocol error"),
            known("(?i)^closed$|connection closed|channel closed", "closed"));

    private static final List<Known> TLS = List.of(
            known("Received fatal alert: ([a-z_]{1,40})", "the server says $1"),
            known("No (?:subject alternative|name matching)", "the certificate is for another host"),
            known("unable to find valid certification path|path validation", "the certificate is not trusted"),
            known("(?i)terminated the handshake", "the server ended the handshake"),
            known("Unsupported or unrecognized SSL message", "the server does not speak TLS"),
            known("No appropriate protocol|protocol_version", "no version of TLS in common"));

    private FailureReason() {}

    /**
     * The failure that an error of {@code java.net.http} stands for.
     *
     * @param authority the host and port that the request was for
     */
    static TransportFailure of(Throwable error, String authority) {
        for (Throwable each = error; each != null; each = each.getCause()) {
            if (each instanceof TransportFailure failure) {
                return failure;
            }
        }
        if (error instanceof HttpConnectTimeoutException) {
            return new TransportFailure(Kind.CONNECT, "connecting to " + authority + " took too long", error);
        }
        if (error instanceof HttpTimeoutException) {
            return HeldBody.timeout(error);
        }
        if (error instanceof ConnectException) {
            String why = causedBy(error, UnresolvedAddressException.class) ? "the host is not known" : "it was refused";
            return new TransportFailure(
                    Kind.CONNECT, "no connection to " + authority + " could be made: " + why, error);
        }
        Matcher tunnel = TUNNEL.matcher(String.valueOf(error.getMessage()));
        if (tunnel.find()) {
            return refusedByProxy(authority, Integer.parseInt(tunnel.group(1)));
        }
        if (error instanceof SSLException) {
            String why = "TLS: " + tls(error);
            return isBeforeTheRequest(error)
                    ? new TransportFailure(
                            Kind.CONNECT, "no secure connection to " + authority + " could be made: " + why, error)
                    : broken(authority, why, error);
        }
        return broken(authority, words(BROKEN, error), error);
    }

    /** The proxy has not let the request through; the server has not heard of it. */
    static TransportFailure refusedByProxy(String authority, int status) {
        String why = status == 407 ? " (it wants a password)" : "";
        return new TransportFailure(
                Kind.CONNECT, "the proxy refused the tunnel to " + authority + " with status " + status + why, null);
    }

    /** Whether a request was not sent because the connection has as many streams as the server takes. */
    static boolean isSurplus(Throwable error) {
        String message = String.valueOf(error.getMessage());
        // The latter is REFUSED_STREAM, which says that nothing was done (RFC 9113 section 8.7).
        return message.contains("too many concurrent streams") || message.contains("Stream not processed");
    }

    private static TransportFailure broken(String authority, String why, Throwable error) {
        IOException cause = new IOException(why);
        cause.setStackTrace(error.getStackTrace());
        return new TransportFailure(Kind.BROKEN, "the connection to " + authority + " broke: " + why, cause);
    }

    /** An alert may also come after the handshake, when a certificate of the client is refused, for instance. */
    private static boolean isBeforeTheRequest(Throwable error) {
        return error instanceof SSLHandshakeException
                || error instanceof SSLPeerUnverifiedException
                || String.valueOf(error.getMessage()).contains("unrecognized SSL message");
    }

    private static String tls(Throwable error) {
        if (causedBy(error, CertificateExpiredException.class)) {
            return "the certificate has expired";
        }
        if (causedBy(error, CertificateNotYetValidException.class)) {
            return "the certificate is not valid yet";
        }
        return causedBy(error, CertPathBuilderException.class) ? "the certificate is not trusted" : words(TLS, error);
    }

    private static String words(List<Known> list, Throwable error) {
        for (Throwable each = error; each != null; each = each.getCause()) {
            String message = String.valueOf(each.getMessage());
            for (Known known : list) {
                Matcher matcher = known.pattern().matcher(message);
                if (matcher.find()) {
                    StringBuilder words = new StringBuilder();
                    matcher.appendReplacement(words, known.words());
                    return words.substring(matcher.start());
                }
            }
        }
        return error.getClass().getSimpleName();
    }

    private static boolean causedBy(Throwable error, Class<? extends Throwable> type) {
        for (Throwable each = error; each != null; each = each.getCause()) {
            if (type.isInstance(each)) {
                return true;
            }
        }
        return false;
    }

    private static Known known(String pattern, String words) {
        return new Known(Pattern.compile(pattern), words);
    }
}
