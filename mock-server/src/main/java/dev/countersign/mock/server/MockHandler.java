package dev.countersign.mock.server;

import dev.countersign.mock.exchange.MockRequest;
import dev.countersign.mock.exchange.MockResponse;
import dev.countersign.mock.render.ProblemBody;
import java.util.function.Consumer;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers every request from the mock. Never blocks: a body is waited for without a thread. */
final class MockHandler extends Handler.Wrapper {
    private static final Logger LOG = LoggerFactory.getLogger(MockHandler.class);

    private final Responder responder;
    private final ServerSettings settings;
    private final Cors cors;

    MockHandler(Responder responder, ServerSettings settings) {
        this.responder = responder;
        this.settings = settings;
        this.cors = new Cors(settings.cors());
    }

    /**
     * Keeps what Javalin would put behind this handler out of the server: every request is answered here, and a servlet
     * context with its sessions and web sockets would only be started.
     */
    @Override
    public void setHandler(Handler unreached) {}

    @Override
    public InvocationType getInvocationType() {
        return InvocationType.NON_BLOCKING;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        if (cors.isPreflight(request)) {
            cors.answerPreflight(request, response, callback);
            return true;
        }
        new BodyCollector(request, settings.bodyLimit()) {
            @Override
            void onBody(byte[] body) {
                respond(request, body, answer -> send(request, response, callback, answer));
            }

            @Override
            void onTooLarge() {
                response.getHeaders().put("Connection", "close");
                send(request, response, LingeringClose.of(request, callback), tooLarge());
            }

            @Override
            void onFailure(Throwable failure) {
                callback.failed(failure);
            }
        }.run();
        return true;
    }

    private void respond(Request request, byte[] body, Consumer<MockResponse> reply) {
        try {
            responder.respond(
                    new MockRequest(
                            request.getMethod(),
                            RequestTarget.path(request.getHttpURI()),
                            RequestTarget.query(request.getHttpURI()),
                            new RequestHeaders(request.getHeaders()),
                            body),
                    reply);
        } catch (RuntimeException | StackOverflowError e) {
            // A bug of ours must not end the connection without an answer. Path and body may hold secrets.
            LOG.error("A request could not be answered: {} at {}", e.getClass().getName(), origin(e));
            reply.accept(ProblemBody.of(
                            500, "The mock server failed to answer this request. This is a bug of the mock server.")
                    .response());
        }
    }

    private static String origin(Throwable e) {
        return e.getStackTrace().length == 0 ? "an unknown place" : e.getStackTrace()[0].toString();
    }

    private MockResponse tooLarge() {
        return ProblemBody.of(
                        413,
                        "The request body is larger than the limit of " + settings.bodyLimit()
                                + " bytes. Raise it with --body-limit.")
                .response();
    }

    private void send(Request request, Response response, Callback callback, MockResponse answer) {
        ResponseWriter.write(answer, request, response, cors, callback);
    }
}
