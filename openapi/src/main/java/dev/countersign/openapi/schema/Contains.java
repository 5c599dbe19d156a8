package dev.countersign.openapi.schema;

import tools.jackson.databind.JsonNode;

/** {@code contains} with {@code minContains} and {@code maxContains}. */
record Contains(KeywordLocation location, Check item, int least, int most) implements Check {
    @Override
    public boolean holds(JsonNode value, Run run) {
        if (!value.isArray()) {
            return true;
        }
        int count = count(value, run);
        return count >= least && count <= most;
    }

    @Override
    public void explain(JsonNode value, InstancePath at, Findings findings) {
        if (!value.isArray()) {
            return;
        }
        int count = count(value, findings.run());
        if (count < least) {
            findings.add(
                    at, location, "must contain at least " + Phrases.count(least, "matching item") + ", has " + count);
        } else if (count > most) {
            findings.add(
                    at, location, "must contain at most " + Phrases.count(most, "matching item") + ", has " + count);
        }
    }

    @Override
    public void mark(JsonNode value, Run run, Evaluated evaluated) {
        if (value.isArray()) {
            run.spend(value.size());
            for (int index = 0; index < value.size(); index++) {
                if (item.holds(value.get(index), run)) {
                    evaluated.item(index);
                }
            }
        }
    }

    private int count(JsonNode array, Run run) {
        int count = 0;
        run.spend(array.size());
        for (JsonNode element : array) {
            if (item.holds(element, run)) {
                count++;
            }
        }
        return count;
    }
}
