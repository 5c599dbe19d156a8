package dev.countersign.client;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Settings from environment variables that begin with the client's name, for instance {@code AUTH_BASE_URL}. */
final class Environment {
    private final String prefix;
    private final List<ServerTemplate> servers;
    private final Map<String, String> variables;

    Environment(ClientDefaults defaults, Map<String, String> variables) {
        this.prefix = inCapitals(defaults.name()) + "_";
        this.servers = defaults.servers();
        this.variables = variables;
    }

    void configure(ClientBuilder<?> builder) {
        Optional<ServerTemplate> server = text("SERVER").map(this::server);
        server.ifPresent(builder::server);
        text("BASE_URL").ifPresent(builder::baseUrl);
        if (server.isEmpty() && text("BASE_URL").isEmpty()) {
            throw new IllegalStateException("the environment variable " + prefix
                    + "BASE_URL is missing; set it to a URL such as http://localhost:4010");
        }
        duration("TIMEOUT").ifPresent(builder::timeout);
        duration("CONNECT_TIMEOUT").ifPresent(builder::connectTimeout);
        text("MAX_RETRIES").ifPresent(text -> builder.retries(RetryPolicy.upTo(number("MAX_RETRIES", text))));
        text("BEARER_TOKEN").map(Credential::of).ifPresent(builder::bearer);
        text("API_KEY").map(Credential::of).ifPresent(builder::apiKey);
        text("USERNAME").ifPresent(user -> builder.basic(user, text("PASSWORD").orElse("")));
    }

    /** The server of this name, with what the environment says about its variables. */
    private ServerTemplate server(String name) {
        ServerTemplate server = servers.stream()
                .filter(each -> each.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> wrong(
                        "SERVER",
                        "one of " + servers.stream().map(ServerTemplate::name).toList()));
        for (ServerTemplate.Variable variable : server.variables()) {
            String key = "SERVER_" + inCapitals(variable.name());
            Optional<String> value = text(key);
            if (value.isPresent()) {
                if (!variable.allowed().isEmpty() && !variable.allowed().contains(value.get())) {
                    throw wrong(key, "one of " + variable.allowed());
                }
                server = server.with(variable.name(), value.get());
            }
        }
        return server;
    }

    private static String inCapitals(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                .replaceAll("[^A-Za-z0-9]+", "_")
                .toUpperCase(Locale.ROOT);
    }

    private Optional<String> text(String name) {
        return Optional.ofNullable(variables.get(prefix + name)).filter(value -> !value.isBlank());
    }

    /** Seconds, or a duration of ISO 8601 such as {@code PT2.5S}. */
    private Optional<Duration> duration(String name) {
        return text(name).map(text -> {
            try {
                return text.startsWith("P") ? Duration.parse(text) : Duration.ofSeconds(number(name, text));
            } catch (DateTimeParseException e) {
                throw wrong(name, "seconds, or a duration such as PT2.5S");
            }
        });
    }

    private int number(String name, String text) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw wrong(name, "a whole number");
        }
    }

    private IllegalArgumentException wrong(String name, String expected) {
        return new IllegalArgumentException("the environment variable " + prefix + name + " must be " + expected);
    }
}
