package dev.countersign.mock.server;

import dev.countersign.mock.exchange.Header;
import dev.countersign.mock.exchange.MockResponse;
import java.nio.ByteBuffer;
import java.util.List;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Sends a response. */
final class ResponseWriter {
    private ResponseWriter() {}

    static void write(MockResponse answer, Request request, Response response, Cors cors, Callback callback) {
        response.setStatus(answer.status());
        HttpFields.Mutable fields = response.getHeaders();
        List<Header> headers = answer.headers();
        for (int i = 0; i < headers.size(); i++) {
            Header header = headers.get(i);
            fields.add(header.name(), header.value());
        }
        cors.decorate(request, fields, headers);
        boolean silent = answer.status() == 204 || answer.status() == 304;
        if (!silent) {
            fields.put(HttpHeader.CONTENT_LENGTH, answer.body().length);
        }
        boolean head = request.getMethod().equals("HEAD");
        ByteBuffer content = head || silent ? ByteBuffer.allocate(0) : ByteBuffer.wrap(answer.body());
        response.write(true, content, callback);
    }
}
