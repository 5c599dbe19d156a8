package dev.countersign.mock.exchange;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long an answer lets its client wait. */
public sealed interface Delay {
    /** The longest delay of any kind. */
    Duration LONGEST = Duration.ofMinutes(10);

    /** Always the same. */
    record Fixed(Duration duration) implements Delay {
        @Override
        public Duration next(RandomGenerator random) {
            return duration;
        }

        @Override
        public String toString() {
            return text(duration);
        }
    }

    /** Anything between two durations, equally often. */
    record Uniform(Duration least, Duration most) implements Delay {
        @Override
        public Duration next(RandomGenerator random) {
            return Duration.ofMillis(random.nextLong(least.toMillis(), most.toMillis() + 1));
        }

        @Override
        public String toString() {
            return text(least) + ".." + text(most);
        }
    }

    /**
     * As real servers have it: mostly near the median, sometimes much longer (log-normal distribution).
     *
     * @param sigma the standard deviation of the logarithm; at 0.5, one answer in twenty takes over twice the median
     */
    record LogNormal(Duration median, double sigma) implements Delay {
        @Override
        public Duration next(RandomGenerator random) {
            double millis = (double) median.toMillis() * Math.exp(sigma * random.nextGaussian());
            return Duration.ofMillis((long) Math.min(millis, (double) LONGEST.toMillis()));
        }

        @Override
        public String toString() {
            return "~" + text(median) + (sigma == USUAL_SIGMA ? "" : ":" + sigma);
        }
    }

    /** The spread of a log-normal delay that names none. */
    double USUAL_SIGMA = 0.5;

    /** The delay of the next answer. */
    Duration next(RandomGenerator random);

    /**
     * Reads a delay: {@code 200ms}, {@code 2s} or {@code 1.5s}; {@code 100ms..2s} for anything between; {@code ~300ms} or
     * {@code ~300ms:0.8} for a log-normal one. A number alone is milliseconds. Empty when the text is none, or longer than
     * {@link #LONGEST}.
     */
    static Optional<Delay> parse(String text) {
        Matcher matcher = Syntax.DELAY.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Optional<Duration> first = duration(matcher.group("first"));
        if (matcher.group("most") != null) {
            Optional<Duration> most = duration(matcher.group("most"));
            return first.flatMap(
                    least -> most.filter(value -> value.compareTo(least) >= 0).map(value -> new Uniform(least, value)));
        }
        if (matcher.group("about") != null) {
            double sigma = matcher.group("sigma") == null ? USUAL_SIGMA : Double.parseDouble(matcher.group("sigma"));
            return first.map(median -> new LogNormal(median, sigma));
        }
        return first.map(Fixed::new);
    }

    /** Reads a duration as a delay has it; empty when the text is none, or longer than {@link #LONGEST}. */
    static Optional<Duration> duration(String text) {
        Matcher matcher = Syntax.DURATION.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        double millis = Double.parseDouble(matcher.group(1)) * ("s".equals(matcher.group(2)) ? 1_000 : 1);
        return millis > (double) LONGEST.toMillis()
                ? Optional.empty()
                : Optional.of(Duration.ofMillis(Math.round(millis)));
    }

    private static String text(Duration duration) {
        long millis = duration.toMillis();
        return millis % 1_000 == 0 ? millis / 1_000 + "s" : millis + "ms";
    }

    /** The patterns. */
    final class Syntax {
        private static final String NUMBER = "[0-9]{1,7}(?:\\.[0-9]{1,3})?\\s*(?:ms|s)?";
        private static final Pattern DURATION = Pattern.compile("([0-9]{1,7}(?:\\.[0-9]{1,3})?)\\s*(ms|s)?");
        private static final Pattern DELAY = Pattern.compile("(?<about>~)?(?<first>" + NUMBER + ")"
                + "(?:\\.\\.(?<most>" + NUMBER + ")|:(?<sigma>[0-9](?:\\.[0-9]{1,3})?))?");

        private Syntax() {}
    }
}
