package dev.countersign.mock.control;

import dev.countersign.mock.Mock;
import dev.countersign.mock.exchange.Header;
import dev.countersign.mock.exchange.Headers;
import dev.countersign.mock.exchange.MockRequest;
import dev.countersign.mock.exchange.MockResponse;
import dev.countersign.mock.render.ProblemBody;
import dev.countersign.openapi.json.JsonTree;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Console, control API, documentation and health, all below one path.
 *
 * @param path begins with a slash and ends without one
 * @param control what the routes give orders to
 * @param mock the mock as it is now
 * @param refusal why a caller may not give orders; empty when it may
 */
public record ConsoleRoutes(
        String path, Control control, Supplier<Mock> mock, Function<Headers, Optional<String>> refusal)
        implements Consumer<JavalinConfig> {

    /** No API of a mocked contract: the prefix is the one that query parameters for the mock have. */
    public static final String PATH = "/__mock";

    private static final String UP = "{\"status\":\"up\"}";

    @Override
    public void accept(JavalinConfig config) {
        ControlApi api = new ControlApi(ControlDocument.read().contract(), control, mock);
        config.router.ignoreTrailingSlashes = false;
        config.routes.before(this::guard);
        config.routes.get(path, context -> context.redirect(path + "/"));
        config.routes.get(path + "/", context -> page(context, Pages.CONSOLE, "index.html"));
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
        config.routes.get(path + "/docs/", context -> page(context, Pages.DOCUMENTATION, "index.html"));
        config.routes.get(
                path + "/docs/{file}", context -> page(context, Pages.DOCUMENTATION, context.pathParam("file")));
        config.routes.sse(path + "/events", client -> {
            control.activate();
            control.events().open(control.sessions().of(headers(client.ctx())), client);
        });
        config.routes.get(path + "/{file}", context -> page(context, Pages.CONSOLE, context.pathParam("file")));
        Handler call = context -> context.future(() -> call(context, api));
        for (HandlerType method : List.of(HandlerType.GET, HandlerType.PUT, HandlerType.POST, HandlerType.DELETE)) {
            config.routes.addHttpHandler(method, path + "/api/<rest>", call);
        }
    }

    /** Pages of other sites neither read nor order anything; whether the server is up is no secret. */
    private void guard(Context context) {
        context.header("Cache-Control", "no-store");
        context.header("X-Content-Type-Options", "nosniff");
        if (context.path().equals(path + "/health") || context.path().equals(path + "/ready")) {
            return;
        }
        boolean listens = context.path().equals(path + "/events");
        Optional<String> reason = refusal.apply(listens ? listening(headers(context)) : headers(context));
        if (reason.isPresent()) {
            write(context, ProblemBody.of(403, reason.get()).response());
            context.skipRemainingHandlers();
            return;
        }
        if (listens) {
            letPagesListen(context);
        }
    }

    /** Who listens gives no orders: where a page is from is enough, also when its browser has another name for this machine. */
    private static Headers listening(Headers headers) {
        return headers.first("Origin").isEmpty()
                ? headers
                : Headers.of(headers.fields().stream()
                        .filter(field -> !field.name().equalsIgnoreCase("Sec-Fetch-Site"))
                        .toList());
    }

    /** A page of another port of this machine may hear when the document has changed, to load itself again. */
    private static void letPagesListen(Context context) {
        String origin = context.header("Origin");
        if (origin != null) {
            context.header("Access-Control-Allow-Origin", origin);
            context.header("Access-Control-Allow-Credentials", "true");
        }
        context.header("Vary", "Origin");
    }

    private CompletableFuture<Void> call(Context context, ControlApi api) {
        control.activate();
        MockRequest request = new MockRequest(
                context.method().name(),
                context.req().getRequestURI().substring((path + "/api").length()),
                context.queryString() == null ? "" : context.queryString(),
                headers(context),
                context.bodyAsBytes());
        return api.answer(request).thenAccept(answer -> write(context, answer));
    }

    private static void write(Context context, MockResponse answer) {
        context.status(answer.status());
        answer.headers().forEach(header -> context.header(header.name(), header.value()));
        context.result(answer.body());
    }

    private static Headers headers(Context context) {
        List<Header> fields = new ArrayList<>();
        for (String name : Collections.list(context.req().getHeaderNames())) {
            for (String value : Collections.list(context.req().getHeaders(name))) {
                fields.add(new Header(name, value));
            }
        }
        return Headers.of(fields);
    }

    private void page(Context context, Pages pages, String file) {
        Optional<Pages.Page> page = pages.get(file);
        if (page.isEmpty()) {
            write(
                    context,
                    ProblemBody.of(404, "There is no such page. The console is at " + path + "/.")
                            .response());
            return;
        }
        context.header("Content-Security-Policy", pages.policy());
        context.contentType(page.get().type());
        context.result(page.get().content());
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
