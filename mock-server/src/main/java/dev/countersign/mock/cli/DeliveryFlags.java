package dev.countersign.mock.cli;

import dev.countersign.mock.cli.command.Flags;
import dev.countersign.mock.delivery.DeliveryRule;
import dev.countersign.mock.delivery.RateLimit;
import dev.countersign.mock.delivery.RateLimiter;
import dev.countersign.mock.exchange.Delay;
import dev.countersign.mock.exchange.Delivery;
import dev.countersign.mock.exchange.Fault;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The flags that let answers be late, fail, or be refused. */
record DeliveryFlags(ParseResult arguments) {
    static CommandSpec addTo(CommandSpec specification) {
        return specification
                .addOption(Flags.value(
                        "DELAY",
                        String.class,
                        "",
                        "Let every answer wait: 200ms, 100ms..2s for anything between, ~300ms as real servers have it.",
                        "--delay"))
                .addOption(Flags.value(
                        "DURATION", String.class, "", "Send every body in pieces, for so long: 2s.", "--drip"))
                .addOption(Flags.value(
                        "FAULT",
                        String.class,
                        "",
                        "Let answers fail: " + String.join(", ", Fault.labels()) + ".",
                        "--fault"))
                .addOption(Flags.value(
                        "STATUS", String.class, "", "Let requests be answered with an error: 503.", "--status"))
                .addOption(Flags.value(
                        "RATE",
                        double.class,
                        "1",
                        "How often fault and status come: 0.1 for one answer in ten.",
                        "--fault-rate"))
                .addOption(Flags.value(
                        "LIMIT",
                        String.class,
                        "",
                        "How much each client may ask until it gets 429: 10/60s for ten requests a minute.",
                        "--rate-limit"));
    }

    private <T> T get(String name, T preset) {
        return Flags.get(arguments, name, preset);
    }

    /** How answers are delivered where nothing else says so. */
    DeliveryRule rule() {
        Delivery delivery = new Delivery(
                read("--delay", Delay::parse),
                read("--drip", Delay::duration).orElse(Duration.ZERO),
                read("--fault", Fault::of));
        try {
            DeliveryRule rule = new DeliveryRule(
                    delivery,
                    read("--status", DeliveryRule::error),
                    get("--fault-rate", 1.0),
                    read("--rate-limit", RateLimit::parse).map(limit -> new RateLimiter(limit, Clock.systemUTC())));
            return rule.delivery().isPlain() && !rule.injects() ? DeliveryRule.PLAIN : rule;
        } catch (IllegalArgumentException e) {
            throw unreadable("--fault-rate", get("--fault-rate", 1.0).toString());
        }
    }

    private <T> Optional<T> read(String name, Function<String, Optional<T>> reader) {
        String text = get(name, "");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<T> value = reader.apply(text);
        if (value.isEmpty()) {
            throw unreadable(name, text);
        }
        return value;
    }

    private ParameterException unreadable(String name, String text) {
        return Flags.refused(arguments, "Invalid value for option '" + name + "': '" + text + "'");
    }
}
