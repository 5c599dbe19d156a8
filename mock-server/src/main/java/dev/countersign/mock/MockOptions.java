package dev.countersign.mock;

import dev.countersign.mock.choose.Bodies;
import dev.countersign.mock.choose.Refusals;
import dev.countersign.mock.validate.BearerTokens;
import dev.countersign.mock.validate.Strictness;

/**
 * How a mock answers where requests leave it open.
 *
 * @param bodies where the bodies of answers come from
 * @param refusals how a request that does not fit is answered
 * @param strictness how closely requests are looked at
 * @param tokens what is known about the bearer tokens that requests bring
 */
public record MockOptions(Bodies bodies, Refusals refusals, Strictness strictness, BearerTokens tokens) {

    /** Examples before samples, violations in the contract's own words. */
    public static final MockOptions DEFAULTS = new MockOptions(Bodies.EXAMPLES, Refusals.EXPLAINED, Strictness.LENIENT);

    /** Any well-formed token will do. */
    public MockOptions(Bodies bodies, Refusals refusals, Strictness strictness) {
        this(bodies, refusals, strictness, BearerTokens.UNKNOWN);
    }

    /** The same with other bodies. */
    public MockOptions with(Bodies other) {
        return new MockOptions(other, refusals, strictness, tokens);
    }

    /** The same with other refusals. */
    public MockOptions with(Refusals other) {
        return new MockOptions(bodies, other, strictness, tokens);
    }

    /** The same with another strictness. */
    public MockOptions with(Strictness other) {
        return new MockOptions(bodies, refusals, other, tokens);
    }

    /** The same with another knowledge of tokens. */
    public MockOptions with(BearerTokens other) {
        return new MockOptions(bodies, refusals, strictness, other);
    }
}
