package dev.countersign.mock.explain;

import java.util.List;

/**
 * What one step of the walk found, in words.
 *
 * @param name the step: {@code route}, {@code validate}, {@code prefer}, {@code choose}
 * @param outcome one sentence without a full stop; holds no value of the request that may be secret
 * @param details what supports it; may be empty
 */
public record Step(String name, String outcome, List<String> details) {
    public Step {
        details = List.copyOf(details);
    }
}
