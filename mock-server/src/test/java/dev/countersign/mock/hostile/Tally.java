package dev.countersign.mock.hostile;

import dev.countersign.openapi.json.JsonText;
import dev.countersign.openapi.json.MalformedTextException;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

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

    /** @param violations the field of the response that says what is wrong: an array of objects in JSON */
    synchronized void add(FaultyRequest request, int status, String violations) {
        sent++;
        if (status >= 500) {
            failed++;
        }
        if (status >= 400 && status < 500) {
            refused++;
        } else {
            show(taken, request, status);
        }
        if (names(violations, request.place())) {
            named++;
        } else {
            show(unnamed, request, status);
            saidInstead = saidInstead.isEmpty() ? violations : saidInstead;
        }
    }

    /** A request after which the connection ended without an answer. */
    synchronized void addUnanswered(FaultyRequest request) {
        sent++;
        show(taken, request, 0);
    }

    /** Whether a violation is about a place: by its kind, by its name, at the end of its pointer, or quoted in its words. */
    private static boolean names(String violations, String place) {
        JsonNode list;
        try {
            list = JsonText.parse(violations);
        } catch (MalformedTextException none) {
            return false;
        }
        return list.valueStream()
                .anyMatch(one -> one.path("in").asString("").equals(place)
                        || one.path("name").asString("").equals(place)
                        || one.path("pointer").asString("").endsWith(place.startsWith("/") ? place : "/" + place)
                        || one.path("message").asString("").contains("\"" + place + "\""));
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
