package dev.countersign.verify.mutation;

import dev.countersign.verify.provider.Relay;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Ways in which a client can speak or listen otherwise than it should: what it sends is changed behind it, and what it
 * reads is changed in front of it.
 */
public final class ClientChanges {
    private ClientChanges() {}

    /**
     * Each by what is wrong then; puts the change into a relay.
     *
     * @param credentials the header fields in which the contract's credentials travel
     */
    public static Map<String, Consumer<Relay>> all(Set<String> credentials) {
        Map<String, Consumer<Relay>> changes = new LinkedHashMap<>();
        changes.put("sends a field less", sends(r -> text(r, FirstField.without(r.text()))));
        changes.put("sends a field under another name", sends(r -> text(r, FirstField.renamed(r.text()))));
        changes.put("sends another media type", sends(r -> header(r, "content-type", "application/x-mutant")));
        changes.put("sends to another path", sends(r -> target(r, r.target().replaceFirst("(?=\\?|$)", "-moved"))));
        changes.put("sends by another method", sends(ClientChanges::otherMethod));
        changes.put(
                "sends a query parameter less", sends(r -> target(r, r.target().replaceFirst("\\?[^&]*&?", "?"))));
        changes.put("sends no credentials", sends(r -> {
            Map<String, List<String>> headers = sorted(r);
            credentials.forEach(headers::remove);
            return headers.size() == r.headers().size()
                    ? r
                    : new Relay.Request(r.method(), r.target(), headers, r.text());
        }));
        changes.put(
                "loses a field that it reads", relay -> relay.changing(a -> a.withText(FirstField.without(a.text()))));
        changes.put(
                "takes an error for a success", relay -> relay.changing(a -> a.status() < 400 ? a : a.withStatus(200)));
        changes.put(
                "takes a success for an error", relay -> relay.changing(a -> a.status() > 299 ? a : a.withStatus(400)));
        return changes;
    }

    private static Consumer<Relay> sends(UnaryOperator<Relay.Request> change) {
        return relay -> relay.changingRequests(change);
    }

    private static Relay.Request text(Relay.Request request, String text) {
        return new Relay.Request(request.method(), request.target(), request.headers(), text);
    }

    private static Relay.Request target(Relay.Request request, String target) {
        return new Relay.Request(request.method(), target, request.headers(), request.text());
    }

    private static Relay.Request header(Relay.Request request, String name, String value) {
        Map<String, List<String>> headers = sorted(request);
        return headers.replace(name, List.of(value)) == null
                ? request
                : new Relay.Request(request.method(), request.target(), headers, request.text());
    }

    private static Relay.Request otherMethod(Relay.Request request) {
        String other = request.method().toUpperCase(Locale.ROOT).equals("POST") ? "PUT" : "POST";
        return new Relay.Request(other, request.target(), request.headers(), request.text());
    }

    private static Map<String, List<String>> sorted(Relay.Request request) {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(request.headers());
        return headers;
    }
}
