package dev.countersign.mock.choose;

import dev.countersign.mock.exchange.Delay;
import dev.countersign.mock.exchange.Delivery;
import dev.countersign.mock.exchange.Fault;
import dev.countersign.mock.exchange.MockRequest;
import dev.countersign.mock.exchange.PercentEncoding;
import dev.countersign.mock.exchange.QuotedText;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a request asks for: {@code Prefer: code=404, example=none, dynamic=true} (RFC 7240), or the same in the query for
 * places where no header can be set, such as a browser's address bar: {@code ?__code=404}. The header is the stronger.
 *
 * @param code the wanted status, as written
 * @param example the wanted example's name
 * @param dynamic whether the body is to be generated anew; absent when the request leaves it open
 * @param seed makes a generated body repeatable
 * @param explain whether the answer is to say why it is what it is
 * @param delivery how the answer is to reach the client: {@code delay=2s}, {@code drip=1s}, {@code fault=reset}
 * @param ignored the names of those that are not known, or whose value cannot be read
 */
public record Preference(
        Optional<String> code,
        Optional<String> example,
        Optional<Boolean> dynamic,
        OptionalLong seed,
        boolean explain,
        Delivery delivery,
        List<String> ignored) {
    private static final Set<String> KNOWN = Set.of("code", "example", "dynamic", "seed", "explain");

    public Preference {
        ignored = List.copyOf(ignored);
    }

    /** A preference about what is answered, and not how. */
    public Preference(
            Optional<String> code,
            Optional<String> example,
            Optional<Boolean> dynamic,
            OptionalLong seed,
            boolean explain) {
        this(code, example, dynamic, seed, explain, Delivery.PLAIN, List.of());
    }

    /** A request without preferences. */
    public static final Preference NONE =
            new Preference(Optional.empty(), Optional.empty(), Optional.empty(), OptionalLong.empty(), false);

    /** The same with another {@link #delivery}. */
    public Preference with(Delivery value) {
        return new Preference(code, example, dynamic, seed, explain, value, ignored);
    }

    /** Reads the preferences of a request; unknown ones are ignored (RFC 7240 section 2). */
    public static Preference of(MockRequest request) {
        List<String> fields = request.headers().all("Prefer");
        boolean inQuery = request.query().contains(MockRequest.RESERVED_PREFIX);
        if (fields.isEmpty() && !inQuery) {
            return NONE;
        }
        Map<String, String> wishes = new LinkedHashMap<>();
        for (String field : fields) {
            for (String preference : QuotedText.split(field, ',')) {
                QuotedText.split(preference, ';').forEach(part -> add(wishes, part));
            }
        }
        if (inQuery) {
            for (String pair : request.query().split("&", -1)) {
                if (pair.startsWith(MockRequest.RESERVED_PREFIX)) {
                    add(wishes, PercentEncoding.decodeForm(pair.substring(MockRequest.RESERVED_PREFIX.length())));
                }
            }
        }
        return of(wishes);
    }

    /** Of several the first counts (RFC 7240 section 2). */
    private static void add(Map<String, String> wishes, String part) {
        int equals = part.indexOf('=');
        String name = equals < 0 ? part : part.substring(0, equals);
        String value =
                equals < 0 ? "" : QuotedText.unquote(part.substring(equals + 1).strip());
        wishes.putIfAbsent(name.strip().toLowerCase(Locale.ROOT), value);
    }

    private static Preference of(Map<String, String> wishes) {
        return new Preference(
                Optional.ofNullable(wishes.get("code")).filter(code -> !code.isEmpty()),
                Optional.ofNullable(wishes.get("example")).filter(name -> !name.isEmpty()),
                Optional.ofNullable(wishes.get("dynamic")).map(value -> !value.equals("false")),
                seed(wishes.get("seed")),
                wishes.containsKey("explain") && !"false".equals(wishes.get("explain")),
                new Delivery(
                        read(wishes, "delay", Delay::parse),
                        read(wishes, "drip", Delay::duration).orElse(Duration.ZERO),
                        read(wishes, "fault", Fault::of)),
                wishes.keySet().stream().filter(name -> !KNOWN.contains(name)).toList());
    }

    /** What can be read is taken out, so that the rest is what cannot. */
    private static <T> Optional<T> read(Map<String, String> wishes, String name, Function<String, Optional<T>> reader) {
        Optional<T> value = Optional.ofNullable(wishes.get(name)).flatMap(reader);
        value.ifPresent(each -> wishes.remove(name));
        return value;
    }

    private static OptionalLong seed(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(Long.parseLong(text));
        } catch (NumberFormatException notANumber) {
            return OptionalLong.of(text.hashCode());
        }
    }

    /** A preference for one documented status. */
    public static Preference ofStatus(String status) {
        return new Preference(Optional.of(status), Optional.empty(), Optional.empty(), OptionalLong.empty(), false);
    }

    /** The same, and what others prefer where this leaves all open about the answer. */
    public Preference or(Preference others) {
        if (others.asksForNothing()) {
            return this;
        }
        Preference answer = isOpen() ? others : this;
        return new Preference(
                answer.code, answer.example, answer.dynamic, seed, explain, delivery.or(others.delivery), ignored);
    }

    private boolean asksForNothing() {
        return isOpen() && seed.isEmpty() && !explain && delivery.isPlain() && ignored.isEmpty();
    }

    /** Whether it says nothing about what is answered. */
    public boolean isOpen() {
        return code.isEmpty() && example.isEmpty() && dynamic.isEmpty();
    }

    /** Whether an error is asked for: then the request need not be valid to get it. */
    public boolean asksForError() {
        return code.isPresent() && (code.get().startsWith("4") || code.get().startsWith("5"));
    }

    /** The preferences that were met, as a value of {@code Preference-Applied} (RFC 7240 section 3); may be empty. */
    public String applied() {
        if (asksForNothing()) {
            return "";
        }
        StringBuilder text = new StringBuilder();
        code.ifPresent(value -> append(text, "code", value));
        example.ifPresent(value -> append(text, "example", value));
        dynamic.ifPresent(value -> append(text, "dynamic", value.toString()));
        seed.ifPresent(value -> append(text, "seed", Long.toString(value)));
        delivery.delay().ifPresent(value -> append(text, "delay", value.toString()));
        if (!delivery.drip().isZero()) {
            append(text, "drip", delivery.drip().toMillis() + "ms");
        }
        delivery.fault().ifPresent(value -> append(text, "fault", value.label()));
        return text.toString();
    }

    private static void append(StringBuilder text, String name, String value) {
        boolean token = value.chars().allMatch(c -> c > ' ' && c < 0x7f && "\"(),/:;<=>?@[\\]{}".indexOf(c) < 0);
        text.append(text.isEmpty() ? "" : ", ").append(name).append('=');
        text.append(token ? value : '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"');
    }
}
