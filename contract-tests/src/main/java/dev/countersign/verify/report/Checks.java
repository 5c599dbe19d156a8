package dev.countersign.verify.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;

/** Makes checks, and keeps what comes of them. Thread-safe. */
public final class Checks {
    private final List<Check> made = Collections.synchronizedList(new ArrayList<>());

    /** Checks something of the whole contract. */
    public Outcome check(Layer layer, String name, Supplier<Outcome> check) {
        return check(layer, "", name, check);
    }

    /** Checks something of one operation. A check that ends with an exception has failed. */
    public Outcome check(Layer layer, String operation, String name, Supplier<Outcome> check) {
        long start = System.nanoTime();
        Outcome outcome;
        try {
            outcome = check.get();
        } catch (RuntimeException | LinkageError e) {
            String message = e.getMessage() == null ? e.toString() : e.getMessage();
            outcome = Outcome.failed("", name + ": " + message);
        }
        made.add(new Check(layer, operation, name, outcome, (System.nanoTime() - start) / 1e9));
        return outcome;
    }

    /** Runs a step; when it cannot be run, that is its failure. */
    public void run(Step step) {
        try {
            step.run(this);
        } catch (Exception e) {
            String message = e.getMessage() == null ? e.toString() : e.getMessage();
            check(step.layers().get(0), step.name(), () -> Outcome.failed("", message));
        }
    }

    /** What has been checked so far. */
    public List<Check> made() {
        synchronized (made) {
            return List.copyOf(made);
        }
    }
}
