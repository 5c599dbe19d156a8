package dev.countersign.mock.choose;

import dev.countersign.mock.validate.Validated.Verdict;
import dev.countersign.openapi.contract.ResponseSpec;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Which documented response answers with which status. */
final class Statuses {
    private static final String DEFAULT = "default";

    /** What stands in where nothing is documented. */
    private static final Chosen NO_CONTENT = new Chosen(
            204,
            DocumentedResponse.of(new ResponseSpec("204", "", List.of(), List.of(), Map.of(), "")),
            "no response is documented: a success without content");

    private final Map<String, DocumentedResponse> byStatus = new TreeMap<>();
    private final Map<Verdict, Optional<Chosen>> refusals = new EnumMap<>(Verdict.class);

    /** A response and the status that it is sent with. */
    record Chosen(int status, DocumentedResponse response, String rule) {}

    Statuses(List<DocumentedResponse> responses) {
        responses.forEach(
                response -> byStatus.putIfAbsent(key(response.specification().status()), response));
        for (Verdict verdict : Verdict.values()) {
            refusals.put(verdict, refusalOf(verdict));
        }
    }

    private static String key(String status) {
        return status.equalsIgnoreCase(DEFAULT) ? DEFAULT : status.toUpperCase(Locale.ROOT);
    }

    /** What can be asked for; an interim response (RFC 9110 section 15.2) cannot. */
    List<String> documented() {
        return byStatus.values().stream()
                .map(response -> response.specification().status())
                .filter(status -> !status.startsWith("1"))
                .toList();
    }

    /**
     * The lowest documented 2xx, then {@code 2XX}, then {@code default}, then any other, redirections first. An
     * operation need not document any response (OAS 3.1 section 4.8.10): then it succeeds without content.
     */
    Chosen success() {
        return lowest(code -> code >= 200 && code < 300, "the lowest documented 2xx")
                .or(() -> named("2XX", 200, "the documented range 2XX"))
                .or(() -> named(DEFAULT, 200, "the documented default"))
                .or(() -> lowest(code -> code >= 300 && code < 400, "no success is documented: the lowest redirection"))
                .or(() -> lowest(code -> code >= 400, "no success is documented: the lowest error"))
                .or(() -> byStatus.keySet().stream()
                        .filter(status -> status.endsWith("XX"))
                        .findFirst()
                        .flatMap(range -> named(range, firstOf(range), "no success is documented: a range")))
                .orElse(NO_CONTENT);
    }

    /** The response for a status that was asked for: exactly, by range, then {@code default}. */
    Optional<Chosen> asked(String code) {
        String key = key(code.strip());
        if (key.equals(DEFAULT)) {
            return named(DEFAULT, 500, "asked for: default");
        }
        if (key.matches("[2-5]XX")) {
            return named(key, firstOf(key), "asked for: the range " + key);
        }
        if (!key.matches("[2-5][0-9][0-9]")) {
            return Optional.empty();
        }
        return forStatus(Integer.parseInt(key), "asked for");
    }

    private Optional<Chosen> forStatus(int status, String rule) {
        return named(Integer.toString(status), status, rule)
                .or(() -> named(status / 100 + "XX", status, rule + ", documented as a range"))
                .or(() -> named(DEFAULT, status, rule + ", documented as default"));
    }

    /**
     * The contract's own answer to a request that is not acceptable: for an invalid one 422, then 400 (the other way
     * round for one that cannot even be read), then a range or {@code default}.
     */
    Optional<Chosen> refusal(Verdict verdict) {
        return refusals.getOrDefault(verdict, Optional.empty());
    }

    private Optional<Chosen> refusalOf(Verdict verdict) {
        String rule = "the request is not valid";
        return switch (verdict) {
            case UNAUTHENTICATED -> forStatus(401, "the request is not authenticated");
            case FORBIDDEN -> forStatus(403, "the credential does not suffice");
            case TOO_LARGE -> forStatus(413, "the body is too large");
            case UNSUPPORTED_MEDIA_TYPE -> forStatus(415, "the body's media type or coding is not supported");
            case MALFORMED ->
                named("400", 400, rule).or(() -> named("422", 422, rule)).or(() -> forStatus(400, rule));
            default -> named("422", 422, rule).or(() -> named("400", 400, rule)).or(() -> forStatus(422, rule));
        };
    }

    /** Every documented response with the status that it would be sent with, successes first. */
    List<Chosen> all(String rule) {
        return byStatus.entrySet().stream()
                .map(entry -> new Chosen(statusOf(entry.getKey()), entry.getValue(), rule))
                .sorted(Comparator.comparingInt(chosen -> chosen.status() / 100 == 2 ? 0 : chosen.status()))
                .toList();
    }

    private static int statusOf(String key) {
        return key.equals(DEFAULT) ? 500 : firstOf(key);
    }

    private static int firstOf(String key) {
        try {
            return Integer.parseInt(key.replace("XX", "00"));
        } catch (NumberFormatException notAStatus) {
            return 500;
        }
    }

    private Optional<Chosen> named(String key, int status, String rule) {
        @Nullable DocumentedResponse response = byStatus.get(key);
        return response == null ? Optional.empty() : Optional.of(new Chosen(status, response, rule));
    }

    private Optional<Chosen> lowest(Predicate<Integer> wanted, String rule) {
        return byStatus.keySet().stream()
                .filter(key -> key.matches("[1-9][0-9][0-9]") && wanted.test(Integer.parseInt(key)))
                .findFirst()
                .flatMap(key -> named(key, Integer.parseInt(key), rule));
    }
}
