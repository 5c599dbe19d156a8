package dev.countersign.mock.state.scenario;

import dev.countersign.mock.choose.Preference;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a rule answers.
 *
 * @param status the documented status; absent for the one of the example, or the usual success
 * @param example the documented example's name
 * @param body a body of the rule's own
 * @param with values for places in the body, by JSON pointers
 * @param headers header fields by name
 */
record RuleAnswer(
        Optional<String> status,
        Optional<String> example,
        Optional<Template> body,
        List<Rule.Named<Template>> with,
        Map<String, Template> headers) {
    RuleAnswer {
        with = List.copyOf(with);
        headers = Map.copyOf(headers);
    }

    Preference preference() {
        return new Preference(status, example, Optional.empty(), OptionalLong.empty(), false);
    }

    /** Whether the body is another than the documented one. */
    boolean hasOwnBody() {
        return body.isPresent() || !with.isEmpty();
    }
}
