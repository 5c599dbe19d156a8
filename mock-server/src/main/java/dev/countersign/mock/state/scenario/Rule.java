package dev.countersign.mock.state.scenario;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * How to answer which request of an operation.
 *
 * @param states in one of these; empty for any
 * @param find items that must be there, by the names that they get, in order
 * @param unless items of which none must be there
 * @param when what values must be like
 * @param let values with names, for answer and effects to share, in order
 * @param answer what is answered; absent for what the document has
 * @param effects what is remembered
 * @param place where it stands, for explanations
 */
record Rule(
        Set<String> states,
        List<Named<Lookup>> find,
        List<Lookup> unless,
        List<When> when,
        List<Named<Template>> let,
        Optional<RuleAnswer> answer,
        List<Effect> effects,
        String place) {

    /** Something with a name. */
    record Named<T>(String name, T value) {}

    /** What the value of an expression must be like. */
    record When(Expression actual, Expected expected) {}

    Rule {
        states = Set.copyOf(states);
        find = List.copyOf(find);
        unless = List.copyOf(unless);
        when = List.copyOf(when);
        let = List.copyOf(let);
        effects = List.copyOf(effects);
    }

    /** Whether it is for such a request; what it has found has its names in the scope then. */
    boolean matches(Scope scope, String state) {
        if (!states.isEmpty() && !states.contains(state)) {
            return false;
        }
        for (Named<Lookup> each : find) {
            Optional<JsonNode> found = each.value.first(scope);
            if (found.isEmpty()) {
                return false;
            }
            scope.name(each.name, found.get());
        }
        return unless.stream().noneMatch(lookup -> lookup.first(scope).isPresent())
                && when.stream().allMatch(each -> each.expected.fits(each.actual.value(scope), scope));
    }

    void name(Scope scope) {
        let.forEach(each -> scope.name(each.name, each.value.value(scope)));
    }
}
