package dev.countersign.verify.release;

import dev.countersign.openapi.schema.Direction;

/** What a change of a rule does to the values that the rule allows. */
enum Effect {
    /** Fewer values are allowed: senders may fail. */
    NARROWER,
    /** More values are allowed: receivers may fail. */
    WIDER,
    /** Other values are allowed: both may fail. */
    OTHER,
    /** The same values are allowed, or only such as no side can stumble over. */
    NONE;

    /** Whether a consumer, who sends requests and receives answers, can fail. */
    boolean breaks(Direction direction) {
        return this == OTHER || this == (direction == Direction.REQUEST ? NARROWER : WIDER);
    }
}
