package dev.countersign.verify.pact;

import dev.countersign.mock.pact.BodyRules;
import dev.countersign.verify.cases.Body;
import dev.countersign.verify.cases.TestCase;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What a pact has no words for. It says nothing of that, and whoever reads answers by the contract's schemas beside the pact
 * still does.
 */
final class PactLimits {
    private PactLimits() {}

    /** As much of an answer's body as a pact can say; absent when that is nothing. */
    static Optional<Body> sayable(Body body) {
        if (body.isSequence() || body.hasUnnamedParts()) {
            return Optional.empty();
        }
        return Optional.of(body.isJson() ? body.with(BodyRules.sayable(body.value())) : body);
    }

    /** What the pact does not say of a case, and who looks at it; absent when it says all. */
    static Optional<String> unsaid(TestCase testCase) {
        return testCase.answer().body().flatMap(PactLimits::unsaid);
    }

    private static Optional<String> unsaid(Body answer) {
        if (answer.isSequence()) {
            return Optional.of("Pact has no notion of a sequence of values (" + answer.essence()
                    + "); the items are held against their schema without it");
        }
        if (answer.hasUnnamedParts()) {
            return Optional.of("Pact takes every multipart body for a form, and the parts of this one have no names ("
                    + answer.essence() + "); only status and media type are looked at");
        }
        JsonNode value = answer.value();
        return answer.isJson() && !BodyRules.sayable(value).equals(value)
                ? Optional.of("no path of Pact names a member whose name is empty or holds an apostrophe;"
                        + " such members are held against their schema without it")
                : Optional.empty();
    }
}
