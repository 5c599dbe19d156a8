package dev.countersign.mock.control;

import dev.countersign.mock.Mock;
import dev.countersign.mock.control.access.Entrance;
import dev.countersign.mock.exchange.MockRequest;
import dev.countersign.mock.render.ProblemBody;
import dev.countersign.openapi.json.JsonTree;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Console, control API, documentation and health, all below one path, for those whom an {@link Entrance} lets in.
 *
 * @param path begins with a slash and ends without one
 * @param control what the routes give orders to
 * @param mock the mock as it is now
 * @param documents all documents of the server
 */
public record ConsoleRoutes(
        String path, Control control, Supplier<Mock> mock, List<? extends ControlledDocument> documents)
        implements Consumer<JavalinConfig> {

    /** No API of a mocked contract: the prefix is the one that query parameters for the mock have. */
    public static final String PATH = "/__mock";

    private static final List<HandlerType> METHODS =
            List.of(HandlerType.GET, HandlerType.PUT, HandlerType.POST, HandlerType.DELETE);

    private static final String UP = "{\"status\":\"up\"}";

    private static final int LONGEST_CALL = 1024 * 1024;
    private static final int LONGEST_DOCUMENT = 32 * 1024 * 1024;
    private static final int LEFT_UNREAD = 4;

    @Override
    public void accept(JavalinConfig config) {
        ControlApi api = api();
        config.router.ignoreTrailingSlashes = false;
        config.routes.get(path, context -> context.redirect(path + "/"));
        config.routes.get(path + "/", context -> page(context, StaticFiles.CONSOLE, "index.html"));
        // The port opens when the document can be served: a server that answers is ready.
        config.routes.get(
                path + "/health",
                context -> context.contentType("application/json").result(UP));
        config.routes.get(
                path + "/ready",
                context -> context.contentType("application/json").result(UP));
        config.routes.get(
                path + "/openapi.json",
                context -> context.contentType("application/json").result(JsonTree.bytes(document())));
        config.routes.get(
                path + "/openapi.yaml",
                context -> context.contentType("application/yaml").result(yaml()));
        config.routes.get(path + "/docs", context -> context.redirect(path + "/docs/"));
        config.routes.get(path + "/docs/", context -> page(context, StaticFiles.DOCUMENTATION, "index.html"));
        config.routes.get(
                path + "/docs/{file}", context -> page(context, StaticFiles.DOCUMENTATION, context.pathParam("file")));
        config.routes.sse(path + "/events", client -> {
            control.activate();
            control.events().open(control.sessions().of(Entrance.headers(client.ctx())), client);
        });
        config.routes.get(path + "/{file}", context -> page(context, StaticFiles.CONSOLE, context.pathParam("file")));
        for (HandlerType method : METHODS) {
            config.routes.addHttpHandler(method, path + "/api/<rest>", call(api, path));
        }
    }

    /** The calls that are about all documents of the server alike, below another path than this console's. */
    public void documentsBelow(String other, JavalinConfig config) {
        ControlApi api = api();
        for (HandlerType method : METHODS) {
            config.routes.addHttpHandler(method, other + "/api/documents", call(api, other));
            config.routes.addHttpHandler(method, other + "/api/documents/<rest>", call(api, other));
        }
    }

    private ControlApi api() {
        return new ControlApi(ControlDocument.read().contract(), control, mock, documents);
    }

    private Handler call(ControlApi api, String below) {
        return context -> context.future(() -> call(context, api, below));
    }

    private CompletableFuture<Void> call(Context context, ControlApi api, String below) {
        control.activate();
        String target = context.req().getRequestURI().substring((below + "/api").length());
        Optional<byte[]> body = body(context, target.startsWith("/documents") ? LONGEST_DOCUMENT : LONGEST_CALL);
        if (body.isEmpty()) {
            Entrance.write(
                    context,
                    ProblemBody.of(
                                    413,
                                    "The body of a call is at most " + LONGEST_CALL + " bytes, a document "
                                            + LONGEST_DOCUMENT + ".")
                            .response());
            return CompletableFuture.completedFuture(null);
        }
        MockRequest request = new MockRequest(
                context.method().name(),
                target,
                context.queryString() == null ? "" : context.queryString(),
                Entrance.headers(context),
                body.get());
        return api.answer(request).thenAccept(answer -> Entrance.write(context, answer));
    }

    /** Empty when it is too long. */
    private static Optional<byte[]> body(Context context, int longest) {
        try (InputStream in = context.req().getInputStream()) {
            byte[] body = in.readNBytes(longest + 1);
            if (body.length <= longest) {
                return Optional.of(body);
            }
            // Who is still sending would not see the refusal.
            long unused = in.skip((long) longest * LEFT_UNREAD);
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void page(Context context, StaticFiles files, String file) {
        Optional<StaticFiles.StaticFile> found = files.get(file);
        if (found.isEmpty()) {
            Entrance.write(
                    context,
                    ProblemBody.of(404, "There is no such page. The console is at " + path + "/.")
                            .response());
            return;
        }
        context.header("Content-Security-Policy", files.policy());
        context.contentType(found.get().type());
        context.result(found.get().content());
    }

    private JsonNode document() {
        return mock.get().contract().document();
    }

    private String yaml() {
        DumpSettings block =
                DumpSettings.builder().setDefaultFlowStyle(FlowStyle.BLOCK).build();
        return new Dump(block).dumpToString(JsonMapper.shared().convertValue(document(), Object.class));
    }
}
