package dev.countersign.mock.server;

import dev.countersign.mock.exchange.MockResponse;
import dev.countersign.mock.render.ProblemBody;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** What the server itself refuses, such as a request line that is none, is told as a problem and not as a web page. */
final class PlainErrors extends ErrorHandler {
    @Override
    protected void generateResponse(
            Request request,
            Response response,
            int code,
            @Nullable String message,
            @Nullable Throwable cause,
            Callback callback) {
        MockResponse problem = problem(code);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/problem+json");
        response.write(true, ByteBuffer.wrap(problem.body()), callback);
    }

    @Override
    public boolean errorPageForMethod(String method) {
        return true;
    }

    private static MockResponse problem(int status) {
        return ProblemBody.of(status, "The message could not be read as HTTP, or not be answered.")
                .response();
    }
}
