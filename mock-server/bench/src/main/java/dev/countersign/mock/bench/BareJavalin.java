package dev.countersign.mock.bench;

import io.javalin.Javalin;
import java.nio.charset.StandardCharsets;

/** The baseline that does nothing: Javalin answering every POST with the same bytes. */
final class BareJavalin {
    private BareJavalin() {}

    /** Argument: the port. */
    public static void main(String[] args) {
        byte[] body = "{\"success\":true}".getBytes(StandardCharsets.UTF_8);
        Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    config.routes.post(
                            "/*",
                            context -> context.contentType("application/json").result(body));
                })
                .start("127.0.0.1", Integer.parseInt(args[0]));
    }
}
