package dev.countersign.mock;

import dev.countersign.mock.choose.Bodies;
import dev.countersign.mock.choose.Refusals;
import dev.countersign.mock.validate.Strictness;

/**
 * How a mock answers where requests leave it open.
 *
 * @param bodies where the bodies of answers come from
 * @param refusals how a request that does not fit is answered
 * @param strictness how closely requests are looked at
 */
public record MockOptions(Bodies bodies, Refusals refusals, Strictness strictness) {

    /** Examples before samples, violations in the contract's own words. */
    public static final MockOptions DEFAULTS = new MockOptions(Bodies.EXAMPLES, Refusals.EXPLAINED, Strictness.LENIENT);

    /** The same with other bodies. */
    public MockOptions with(Bodies other) {
        return new MockOptions(other, refusals, strictness);
    }

    /** The same with other refusals. */
    public MockOptions with(Refusals other) {
        return new MockOptions(bodies, other, strictness);
    }

    /** The same with another strictness. */
    public MockOptions with(Strictness other) {
        return new MockOptions(bodies, refusals, other);
    }
}
