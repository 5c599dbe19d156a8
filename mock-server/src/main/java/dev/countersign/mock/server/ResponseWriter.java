package dev.countersign.mock.server;

import dev.countersign.mock.exchange.Header;
import dev.countersign.mock.exchange.MockResponse;
import dev.countersign.mock.exchange.Pieces;
import java.nio.ByteBuffer;
import java.util.List;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.content.ByteBufferContentSource;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Sends responses. Thread-safe. */
final class ResponseWriter {
    private final Cors cors;
    private final boolean gzip;
    private volatile boolean ending;

    /**
     * @param gzip whether bodies are sent in gzip to those that ask for it
     */
    ResponseWriter(Cors cors, boolean gzip) {
        this.cors = cors;
        this.gzip = gzip;
    }

    /** Makes every response from now on the last of its connection (RFC 9112 section 9.6). */
    void end() {
        ending = true;
    }

    void head(MockResponse answer, Request request, Response response) {
        response.setStatus(answer.status());
        HttpFields.Mutable fields = response.getHeaders();
        List<Header> headers = answer.headers();
        for (int i = 0; i < headers.size(); i++) {
            Header header = headers.get(i);
            if (header.name().equalsIgnoreCase("Date")) {
                fields.put(HttpHeader.DATE, header.value()); // a real server's own, instead of ours
            } else {
                fields.add(header.name(), header.value());
            }
        }
        if (gzip && answer.gzip().isPresent()) {
            fields.add(HttpHeader.VARY, HttpHeader.ACCEPT_ENCODING.asString());
        }
        cors.decorate(request, fields, headers);
        if (ending) {
            fields.put(HttpFields.CONNECTION_CLOSE);
        }
    }

    void write(MockResponse answer, Request request, Response response, Callback callback) {
        head(answer, request, response);
        HttpFields.Mutable fields = response.getHeaders();
        byte[] body = answer.body();
        if (gzip && answer.gzip().isPresent() && isCoded(request.getHeaders(), fields)) {
            body = answer.gzip().get().bytes();
            fields.put(HttpHeader.CONTENT_ENCODING, "gzip");
            fields.remove(HttpHeader.CONTENT_LENGTH);
        }
        boolean silent = answer.status() == 204 || answer.status() == 304;
        boolean head = request.getMethod().equals("HEAD");
        // A real server knows how long its answer to GET is; without its body nothing else tells.
        if (!silent && !(head && fields.contains(HttpHeader.CONTENT_LENGTH))) {
            fields.put(HttpHeader.CONTENT_LENGTH, body.length);
        }
        if (!head && !silent && Pieces.areNeededFor(body)) {
            Content.copy(new ByteBufferContentSource(Pieces.of(body)), response, callback);
            return;
        }
        ByteBuffer content = head || silent ? ByteBuffer.allocate(0) : ByteBuffer.wrap(body);
        // Jetty would take a 304 that ends here for one of length 0, which it does not have (RFC 9110 section 8.6).
        response.write(answer.status() != 304, content, callback);
    }

    /** What names the bytes themselves would be wrong: a strong validator is that of one form (RFC 9110 section 8.8.3.3). */
    private static boolean isCoded(HttpFields asked, HttpFields fields) {
        String tag = fields.get(HttpHeader.ETAG);
        return (tag == null || tag.startsWith("W/"))
                && !fields.contains(HttpHeader.CONTENT_RANGE)
                && !fields.contains(HttpHeader.CONTENT_MD5)
                && !fields.contains("Content-Digest")
                && AcceptEncoding.isGzip(asked.getValuesList(HttpHeader.ACCEPT_ENCODING));
    }
}
