package dev.countersign.mock.validate;

import dev.countersign.openapi.schema.SchemaViolation;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What became of the attempt to read a value from a request. */
sealed interface ReadResult {
    /** There is none. */
    record Missing() implements ReadResult {}

    /**
     * A value, typed as the schema suggests.
     *
     * @param besides what is wrong with that which came along and is not in the value, such as a part's headers
     * @param repeated JSON pointers of properties that the text gives more than once, of which the last counts
     */
    record Value(JsonNode node, List<SchemaViolation> besides, List<String> repeated) implements ReadResult {
        Value(JsonNode node) {
            this(node, List.of(), List.of());
        }
    }

    /**
     * Text that is not written as the contract says.
     *
     * @param message what is wrong, without the text itself
     */
    record Malformed(String message) implements ReadResult {}

    ReadResult MISSING = new Missing();
}
