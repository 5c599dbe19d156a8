package dev.countersign.mock.state.resource;

import dev.countersign.mock.choose.Choice;
import dev.countersign.mock.choose.Preference;
import dev.countersign.mock.choose.Representation;
import dev.countersign.mock.state.FittedBody;
import dev.countersign.mock.state.StatefulAnswer;
import dev.countersign.openapi.contract.Example;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** The documented answers to what was done with a store, and ours where none is documented. Thread-safe. */
record StoreAnswers(FittedBody bodies) {
    /** What a change is answered with where no success is documented. */
    private static final Choice.Documented NO_CONTENT = new Choice.Documented(
            204,
            Representation.none(),
            Optional.empty(),
            Optional.empty(),
            Choice.Purpose.ANSWER,
            false,
            "no success is documented");

    /** What is to be done once it is known how to answer; nothing when the client takes no such answer. */
    static StatefulAnswer answer(Store store, Preference code, Function<Choice.Documented, StatefulAnswer> done) {
        Choice choice = store.visit().chooser().apply(code);
        if (!(choice instanceof Choice.Documented documented)) {
            return StatefulAnswer.of(choice);
        }
        boolean isUndocumented = code.equals(Preference.NONE) && documented.status() >= 400;
        boolean isChange = !store.visit().operation().method().equals("GET");
        return done.apply(isUndocumented && isChange ? NO_CONTENT : documented);
    }

    static StatefulAnswer because(Store store, Preference code, String rule) {
        return answer(store, code, documented -> StatefulAnswer.of(FittedBody.because(documented, rule)));
    }

    static StatefulAnswer missing(Store store, String what) {
        return DocumentedStatus.error(store.visit().operation(), "404")
                .map(code -> because(store, code, "the store has no " + what))
                .orElseGet(() -> StatefulAnswer.problem(404, "The store has no " + what + "."));
    }

    /** The response with an item in it, alone or where a wrapper has its place. */
    StatefulAnswer shown(Store store, Choice.Documented documented, String rule, JsonNode item) {
        Resource resource = store.resource();
        return bodies.put(documented, rule + store.name(), schema -> {
            Place place = Place.ofItem(schema, resource.variable(), resource.collection());
            JsonNode around = documented
                    .representation()
                    .example()
                    .flatMap(Example::value)
                    .orElse(item);
            return place.with(around, Visible.of(Visible.of(item, resource.item()), place.item()));
        });
    }
}
