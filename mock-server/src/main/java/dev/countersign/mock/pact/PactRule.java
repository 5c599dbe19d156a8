package dev.countersign.mock.pact;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What a pact says of a value in place of the value itself (Pact specification V4, matching rules). */
public sealed interface PactRule {
    /** It has the type of the example. */
    record Type() implements PactRule {}

    /** It is an integer. */
    record WholeNumber() implements PactRule {}

    /** Its names are data, its values are like the example's. */
    record Values() implements PactRule {}

    /**
     * It fits a regular expression.
     *
     * @param expression what Java's and Rust's dialects have in common
     */
    record Regex(String expression) implements PactRule {}

    /** As a pact file has it. */
    default ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        if (this instanceof Regex regex) {
            return json.put("match", "regex").put("regex", regex.expression());
        }
        return json.put("match", this instanceof WholeNumber ? "integer" : this instanceof Values ? "values" : "type");
    }
}
