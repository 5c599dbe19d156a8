package dev.countersign.openapi.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * {@code anyOf} and {@code oneOf}.
 *
 * @param exactlyOne whether a second match is a fault
 * @param alternatives the subschemas, each with the name under which messages speak of it
 * @param discriminator the rule that says which alternative a value claims to be
 */
record AlternativesCheck(
        KeywordLocation location, boolean exactlyOne, List<Alternative> alternatives, Discriminator discriminator)
        implements Check {

    private static final int MOST_NAMES = 8;

    /** One subschema and its name: that of the schema it refers to, else its number. */
    record Alternative(String name, Check check) {}

    /** An alternative that did not match, and why. */
    private record Mismatch(Alternative alternative, List<SchemaViolation> reasons) {}

    @Override
    public boolean holds(JsonNode value, Run run) {
        int matches = 0;
        run.spend(alternatives.size());
        for (Alternative alternative : alternatives) {
            if (alternative.check.holds(value, run)) {
                if (!exactlyOne) {
                    return true;
                }
                if (++matches > 1) {
                    return isClaimed(value, run);
                }
            }
        }
        return matches == 1;
    }

    /** Whether the value fits the alternative that it names itself, which settles which of several is meant. */
    private boolean isClaimed(JsonNode value, Run run) {
        List<Alternative> claimed = discriminator.claimed(value, alternatives);
        return claimed.size() == 1 && claimed.get(0).check.holds(value, run);
    }

    @Override
    public void explain(JsonNode value, InstancePath at, Findings findings) {
        List<String> matched = new ArrayList<>();
        for (Alternative alternative : alternatives) {
            if (alternative.check.holds(value, findings.run())) {
                matched.add(alternative.name);
            }
        }
        if (matched.isEmpty()) {
            explainNoMatch(value, at, findings);
        } else if (exactlyOne && matched.size() > 1 && !isClaimed(value, findings.run())) {
            findings.add(
                    at,
                    location,
                    "must match exactly one of " + names() + ", but matches " + String.join(" and ", matched));
        }
    }

    private void explainNoMatch(JsonNode value, InstancePath at, Findings findings) {
        List<Mismatch> mismatches = new ArrayList<>();
        List<Alternative> claimed = discriminator.claimed(value, alternatives);
        for (Alternative candidate : claimed.isEmpty() ? alternatives : claimed) {
            if (findings.mayCompare()) {
                mismatches.add(new Mismatch(candidate, findings.of(candidate.check, at, value)));
            }
        }
        // Alternatives of another type were not meant; {"type": "null"} beside a $ref is the usual case.
        List<Mismatch> meant = mismatches.stream()
                .filter(mismatch -> !isAboutType(mismatch, at))
                .toList();
        if (meant.size() == 1) {
            findings.addAll(meant.get(0).reasons);
            return;
        }
        Mismatch closest = closest(meant);
        String expected = (exactlyOne ? "must match exactly one of " : "must match at least one of ") + names();
        if (closest == null) {
            findings.add(at, location, expected + ", but matches none");
        } else {
            findings.add(at, location, expected + ", but matches none; the closest is " + closest.alternative.name);
            findings.addAll(closest.reasons);
        }
    }

    private static boolean isAboutType(Mismatch mismatch, InstancePath at) {
        String pointer = at.pointer();
        return mismatch.reasons.stream()
                .anyMatch(reason -> reason.keyword().equals("type")
                        && reason.instancePointer().equals(pointer));
    }

    private static @Nullable Mismatch closest(List<Mismatch> mismatches) {
        Mismatch closest = null;
        for (Mismatch mismatch : mismatches) {
            if (closest == null || mismatch.reasons.size() < closest.reasons.size()) {
                closest = mismatch;
            }
        }
        return closest;
    }

    private String names() {
        String names =
                alternatives.stream().limit(MOST_NAMES).map(Alternative::name).collect(Collectors.joining(", "));
        return alternatives.size() > MOST_NAMES ? names + ", … (" + alternatives.size() + " in all)" : names;
    }

    @Override
    public void mark(JsonNode value, Run run, Evaluated evaluated) {
        for (Alternative alternative : alternatives) {
            if (alternative.check.holds(value, run)) {
                alternative.check.mark(value, run, evaluated);
            }
        }
    }
}
