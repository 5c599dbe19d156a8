package dev.countersign.mock.hostile;

import dev.countersign.openapi.json.JsonText;
import dev.countersign.openapi.json.MalformedTextException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** What became of the faulty requests for one document. Thread-safe. */
final class Tally {
    private static final int SHOWN = 8;

    private long sent;
    private long refused;
    private long named;
    private long failed;
    private final List<String> taken = new ArrayList<>();
    private final List<String> unnamed = new ArrayList<>();
    private String saidInstead = "";

    synchronized void add(FaultyRequest request, Connection.Answer answer) {
        int status = answer.status();
        sent++;
        if (status >= 500) {
            failed++;
        }
        if (status >= 400 && status < 500) {
            refused++;
        } else {
            show(taken, request, status);
        }
        if (isNamed(answer, request.place())) {
            named++;
        } else {
            show(unnamed, request, status);
            saidInstead = saidInstead.isEmpty() ? answer.violations() + answer.body() : saidInstead;
        }
    }

    /** A request after which the connection ended without an answer. */
    synchronized void addUnanswered(FaultyRequest request) {
        sent++;
        show(taken, request, 0);
    }

    /**
     * Whether a refusal names a place: in its field or its list of violations by kind, name or end of the pointer, or as a
     * word in quotes or the end of a pointer in any of its texts.
     */
    private static boolean isNamed(Connection.Answer answer, String place) {
        JsonNode body = json(answer.body());
        String end = place.startsWith("/") ? place : "/" + place;
        return Stream.concat(
                                json(answer.violations()).valueStream(),
                                body.path("violations").valueStream())
                        .anyMatch(one -> one.path("in").asString("").equals(place)
                                || one.path("name").asString("").equals(place)
                                || one.path("pointer").asString("").endsWith(end))
                || Stream.concat(json(answer.violations()).valueStream(), Stream.of(body))
                        .flatMap(Tally::texts)
                        .anyMatch(text -> text.contains("\"" + place + "\"")
                                || text.contains(end + " ")
                                || text.contains(end + ":")
                                || text.startsWith(place + ":")
                                || text.startsWith("body:") && place.equals("body"));
    }

    private static Stream<String> texts(JsonNode value) {
        return value.isContainer() ? value.valueStream().flatMap(Tally::texts) : Stream.of(value.asString(""));
    }

    private static JsonNode json(String text) {
        try {
            return JsonText.parse(text);
        } catch (MalformedTextException none) {
            return MissingNode.getInstance();
        }
    }

    private static void show(List<String> list, FaultyRequest request, int status) {
        String line = request.firstLine();
        if (list.size() < SHOWN && list.stream().noneMatch(it -> it.contains(request.kind()))) {
            list.add(status + " for \"" + request.kind() + "\" at " + request.place() + ": " + line);
        }
    }

    synchronized void merge(Tally other) {
        sent += other.sent;
        refused += other.refused;
        named += other.named;
        failed += other.failed;
    }

    synchronized long sent() {
        return sent;
    }

    synchronized long failed() {
        return failed;
    }

    synchronized double refusedShare() {
        return sent == 0 ? 0 : (double) refused / sent;
    }

    synchronized double namedShare() {
        return sent == 0 ? 0 : (double) named / sent;
    }

    /** Some requests that were not refused, or whose refusal does not name the place. */
    synchronized List<String> oddities() {
        List<String> all = new ArrayList<>();
        taken.forEach(line -> all.add("taken: " + line));
        unnamed.forEach(line -> all.add("not named: " + line));
        if (!saidInstead.isEmpty()) {
            all.add("the first of them was told: " + saidInstead);
        }
        return all;
    }
}
