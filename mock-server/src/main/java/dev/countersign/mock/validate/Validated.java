package dev.countersign.mock.validate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A request's values with everything that is wrong with them.
 *
 * @param verdict the request as a whole
 * @param violations every violation: security first, then parameters in the contract's order, then the body
 * @param challenges what an unauthenticated client is told to send (RFC 9110 section 11.6.1); empty otherwise
 * @param parameters the values that could be read, by the parameter's pointer
 * @param body the body's value; absent when there is none or it could not be read
 */
public record Validated(
        Verdict verdict,
        List<Violation> violations,
        List<String> challenges,
        Map<String, JsonNode> parameters,
        Optional<JsonNode> body) {

    public Validated {
        violations = List.copyOf(violations);
        challenges = List.copyOf(challenges);
    }

    /** What the violations amount to. */
    public enum Verdict {
        VALID,
        /** No alternative of the operation's security is met: 401. */
        UNAUTHENTICATED,
        /** The credential says itself that it does not suffice: 403. */
        FORBIDDEN,
        /** The body is larger than this server reads: 413. */
        TOO_LARGE,
        /** The body's media type is not documented, or its coding not known: 415. */
        UNSUPPORTED_MEDIA_TYPE,
        /** A value cannot be read at all: 400. */
        MALFORMED,
        /** Values can be read and do not fit: 422, or what the contract documents. */
        INVALID
    }

    public boolean isValid() {
        return verdict == Verdict.VALID;
    }

    /** The same, without the values that were read. */
    public Validated withoutValues() {
        return new Validated(verdict, violations, challenges, Map.of(), Optional.empty());
    }

    /** Every violation as one line of text; long lists are cut. */
    public String summary() {
        return Summary.of(violations);
    }
}
