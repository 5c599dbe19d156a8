package dev.countersign.verify.report;

import java.util.List;

/** A step of the walk that {@code Verification} names. */
public interface Step {
    /** One word, as reports call it. */
    String name();

    /** What it asks, in the order of its columns in a report. */
    List<Layer> layers();

    /**
     * Runs every check of the step, one after the other.
     *
     * @throws Exception when the step itself cannot be run, which is reported as a failure of it
     */
    void run(Checks checks) throws Exception;
}
