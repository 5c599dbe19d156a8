package dev.countersign.mock.cli.served;

import dev.countersign.mock.control.ConsoleRoutes;
import dev.countersign.mock.control.access.Entrance;
import dev.countersign.mock.exchange.MockResponse;
import dev.countersign.mock.render.ProblemBody;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The consoles of several documents, each below its name, and what leads to them.
 *
 * @param path what all of their paths begin with, without a slash at the end
 * @param consoles one for each document
 * @param page leads to them
 */
public record SeveralConsoles(String path, List<ConsoleRoutes> consoles, Supplier<MockResponse> page)
        implements Consumer<JavalinConfig> {
    private static final String UP = "{\"status\":\"up\"}";

    @Override
    public void accept(JavalinConfig config) {
        consoles.forEach(console -> console.accept(config));
        config.routes.get(path, context -> context.redirect(path + "/"));
        config.routes.get(path + "/", context -> Entrance.write(context, page.get()));
        for (String name : List.of("/health", "/ready")) {
            config.routes.get(
                    path + name,
                    context -> context.contentType("application/json").result(UP));
        }
        consoles.get(0).documentsBelow(path, config);
        config.routes.get(path + "/{file}", this::elsewhere);
        config.routes.get(path + "/api/<rest>", this::elsewhere);
    }

    /** Where each of them is. */
    public List<String> paths() {
        return consoles.stream().map(ConsoleRoutes::path).toList();
    }

    private void elsewhere(Context context) {
        List<String> paths =
                consoles.stream().map(console -> console.path() + "/").toList();
        Entrance.write(
                context,
                ProblemBody.of(404, "Each document has its own console, control API and events.")
                        .list("consoles", paths)
                        .response());
    }
}
