package dev.countersign.mock.server;

import dev.countersign.mock.exchange.Header;
import dev.countersign.mock.exchange.MockRequest;
import dev.countersign.mock.exchange.MockResponse;
import dev.countersign.mock.render.ProblemBody;
import dev.countersign.mock.render.ProblemType;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers every request from the mock. Never blocks: a body is waited for without a thread, and what takes longer than a few
 * milliseconds is done by a thread that no other request waits for.
 */
final class MockHandler extends Handler.Abstract {
    private static final Logger LOG = LoggerFactory.getLogger(MockHandler.class);

    private static final int LONGEST_AT_ONCE = 16 * 1024;

    private final Responder responder;
    private final @Nullable ReservedRoutes routes;
    private final ServerSettings settings;
    private final Cors cors;
    private final ResponseWriter writer;
    private final MemoryBudget budget = MemoryBudget.ofHeap();
    private final int limit;

    MockHandler(Responder responder, Optional<ReservedRoutes> routes, ServerSettings settings) {
        this.responder = responder;
        this.routes = routes.orElse(null);
        this.settings = settings;
        this.cors = new Cors(settings.cors());
        this.writer = new ResponseWriter(cors, settings.gzip());
        this.limit = Math.min(settings.bodyLimit(), BodyMemory.longest(budget));
    }

    /** Makes every answer from now on the last of its connection. */
    void end() {
        writer.end();
    }

    @Override
    public InvocationType getInvocationType() {
        return InvocationType.NON_BLOCKING;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        if (routes != null && routes.isMeantBy(request)) {
            routes.handle(request, response, callback);
            return true;
        }
        if (cors.isPreflight(request)) {
            cors.answerPreflight(request, response, callback);
            return true;
        }
        BodyMemory memory = new BodyMemory(budget);
        new BodyCollector(request, limit, memory) {
            @Override
            void onBody(byte[] body) {
                if (mayTakeLong(request, body)) {
                    request.getComponents()
                            .getExecutor()
                            .execute(() -> respond(request, response, callback, body, memory));
                } else {
                    respond(request, response, callback, body, memory);
                }
            }

            @Override
            void onTooLarge() {
                refuse(request, response, callback, memory, tooLarge());
            }

            @Override
            void onOverload() {
                refuse(request, response, callback, memory, overload());
            }

            @Override
            void onFailure(Throwable failure) {
                memory.release(0);
                callback.failed(failure);
            }
        }.run();
        return true;
    }

    private void respond(Request request, Response response, Callback callback, byte[] body, BodyMemory memory) {
        if (body.length <= BodyMemory.FREE) {
            respond(request, body, new HttpReply(request, response, writer, callback));
            return;
        }
        HttpReply reply = new HttpReply(request, response, writer, Callback.from(() -> memory.release(0), callback));
        if (!memory.examine(body.length)) {
            reply.send(overload());
        } else {
            respond(request, body, reply);
            memory.release(body.length);
        }
    }

    /** What is still to come of the body is not waited for. */
    private void refuse(
            Request request, Response response, Callback callback, BodyMemory memory, MockResponse refusal) {
        memory.release(0);
        response.getHeaders().put("Connection", "close");
        new HttpReply(request, response, writer, LingeringClose.of(request, callback)).send(refusal);
    }

    /** Work is bounded by the length of a body; how long a compressed one is shows only when it is unfolded. */
    private static boolean mayTakeLong(Request request, byte[] body) {
        return body.length > LONGEST_AT_ONCE
                || body.length > 0 && request.getHeaders().contains(HttpHeader.CONTENT_ENCODING);
    }

    private void respond(Request request, byte[] body, Reply reply) {
        try {
            responder.respond(
                    new MockRequest(
                            request.getMethod(),
                            RequestTarget.path(request.getHttpURI()),
                            RequestTarget.query(request.getHttpURI()),
                            new RequestHeaders(request.getHeaders()),
                            body),
                    reply);
        } catch (OutOfMemoryError e) {
            reply.send(overload());
        } catch (RuntimeException | StackOverflowError e) {
            // A bug of ours must not end the connection without an answer. Path and body may hold secrets.
            LOG.error("A request could not be answered: {} at {}", e.getClass().getName(), origin(e));
            reply.send(ProblemBody.of(
                            500, "The mock server failed to answer this request. This is a bug of the mock server.")
                    .response());
        }
    }

    private static String origin(Throwable e) {
        return e.getStackTrace().length == 0 ? "an unknown place" : e.getStackTrace()[0].toString();
    }

    private MockResponse tooLarge() {
        boolean told = limit == settings.bodyLimit();
        return ProblemBody.of(
                        ProblemType.TOO_LARGE,
                        413,
                        "The request body is larger than the limit of " + limit + " bytes"
                                + (told
                                        ? ". Raise it with --body-limit."
                                        : ", which the memory of this server sets. Start it with more (-Xmx)."))
                .response();
    }

    private static MockResponse overload() {
        return ProblemBody.of(
                        503,
                        "The server has no memory left for a body of this size at the moment. Try again, or start it"
                                + " with more memory (-Xmx).")
                .response()
                .with(new Header("Retry-After", "1"));
    }
}
