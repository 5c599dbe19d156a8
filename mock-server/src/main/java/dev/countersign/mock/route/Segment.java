package dev.countersign.mock.route;

import dev.countersign.openapi.schema.format.BoundedPattern;
import java.util.Optional;

/** One segment of a path template, between two slashes. */
sealed interface Segment permits Segment.Literal, Segment.Variable, Segment.Rest, CompositeSegment {
    /** Text that stands for itself; decoded. */
    record Literal(String text) implements Segment {}

    /**
     * One parameter that takes the whole segment.
     *
     * @param name empty for a part of a longer value
     */
    record Variable(String name) implements Segment {}

    /**
     * One parameter that takes this segment and any number of those that follow.
     *
     * @param pattern what the decoded value must match
     */
    record Rest(String name, Optional<BoundedPattern> pattern) implements Segment {
        boolean accepts(String value) {
            return TemplateVariable.fits(pattern, value);
        }

        /** Whether both take the same values, whatever they call them. */
        boolean isLike(Rest other) {
            return pattern.map(BoundedPattern::source).equals(other.pattern.map(BoundedPattern::source));
        }
    }
}
