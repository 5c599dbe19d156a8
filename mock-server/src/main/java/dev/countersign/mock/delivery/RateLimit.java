package dev.countersign.mock.delivery;

import dev.countersign.mock.exchange.Delay;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How much a client may ask.
 *
 * @param requests how often within a window, at least once
 * @param window begins with a client's first request, and with the first after its end; whole seconds
 */
public record RateLimit(int requests, Duration window) {
    private static final Pattern TEXT = Pattern.compile("([1-9][0-9]{0,6})\\s*/\\s*(.+)");

    /** Reads {@code 10/60s}; empty when the text is no limit. */
    public static Optional<RateLimit> parse(String text) {
        Matcher matcher = TEXT.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return Delay.duration(matcher.group(2))
                .filter(window -> !window.isZero() && window.toMillis() % 1_000 == 0)
                .map(window -> new RateLimit(Integer.parseInt(matcher.group(1)), window));
    }

    @Override
    public String toString() {
        return requests + "/" + window.toSeconds() + "s";
    }
}
