package dev.countersign.mock.control.access;

import dev.countersign.mock.exchange.Header;
import dev.countersign.mock.exchange.Headers;
import dev.countersign.mock.exchange.MockResponse;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Routes that only those get to who may.
 *
 * @param path what all their paths begin with, without a slash at the end
 * @param consoles the path of each console, itself or below it
 * @param access who may
 * @param routes what they get to
 */
public record Entrance(String path, List<String> consoles, Access access, Consumer<JavalinConfig> routes)
        implements Consumer<JavalinConfig> {
    private static final int SEE_OTHER = 303;

    @Override
    public void accept(JavalinConfig config) {
        config.routes.before(this::guard);
        if (access.token().isPresent()) {
            config.routes.get(login(), context -> ask(context, false));
            config.routes.post(login(), context -> logIn(context, access.token().get()));
        }
        routes.accept(config);
    }

    private String login() {
        return path + "/login";
    }

    /** Pages of other sites neither read nor order anything; whether the server is up is no secret. */
    private void guard(Context context) {
        context.header("Cache-Control", "no-store");
        context.header("X-Content-Type-Options", "nosniff");
        if (isOneOf(context, "/health") || isOneOf(context, "/ready")) {
            return;
        }
        boolean listens = isOneOf(context, "/events");
        Headers headers = listens ? listening(headers(context)) : headers(context);
        Optional<MockResponse> refused = access.refused(headers, isLocal(context));
        if (refused.isEmpty()) {
            if (listens) {
                letPagesListen(context);
            }
            return;
        }
        boolean unknown = refused.get().status() == 401;
        if (unknown && context.path().equals(login())) {
            return;
        }
        if (unknown && isPage(context)) {
            context.status(SEE_OTHER).header("Location", login());
        } else {
            write(context, refused.get());
        }
        context.skipRemainingHandlers();
    }

    private boolean isOneOf(Context context, String name) {
        String asked = context.path();
        return asked.equals(path + name) || consoles.stream().anyMatch(console -> asked.equals(console + name));
    }

    private static boolean isPage(Context context) {
        String types = context.header("Accept");
        return context.method().name().equals("GET") && types != null && types.contains("text/html");
    }

    /** Where the connection is from, whatever a request says about those before it. */
    private static boolean isLocal(Context context) {
        String address = context.req().getRemoteAddr();
        try {
            // No text at all would mean this machine.
            return address != null
                    && !address.isBlank()
                    && InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException noAddress) {
            return false;
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

    private static void ask(Context context, boolean wrong) {
        context.header("Content-Security-Policy", TokenPage.POLICY);
        context.status(wrong ? 401 : 200).html(TokenPage.text(wrong));
    }

    private void logIn(Context context, ControlToken token) {
        String typed = context.formParam("token");
        if (typed == null || !token.is(typed.strip())) {
            ask(context, true);
            return;
        }
        String secure = context.scheme().equals("https") ? "; Secure" : "";
        context.header("Set-Cookie", token.cookie() + "; Path=" + path + "; HttpOnly; SameSite=Strict" + secure);
        context.status(SEE_OTHER).header("Location", path + "/");
    }

    /** Gives an answer. */
    public static void write(Context context, MockResponse answer) {
        context.status(answer.status());
        answer.headers().forEach(header -> context.header(header.name(), header.value()));
        context.result(answer.body());
    }

    /** The header fields of a request. */
    public static Headers headers(Context context) {
        List<Header> fields = new ArrayList<>();
        for (String name : Collections.list(context.req().getHeaderNames())) {
            for (String value : Collections.list(context.req().getHeaders(name))) {
                fields.add(new Header(name, value));
            }
        }
        return Headers.of(fields);
    }
}
