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
 * @param notes what is odd about the request and no reason to refuse it
 * @param challenges what an unauthenticated client is asked to send (RFC 9110 section 11.6.1); empty otherwise
 * @param parameters the values that could be read, by the parameter's pointer
 * @param bodyValue the body's value, if there is one and it could be read
 */
public record Validated(
        Verdict verdict,
        List<Violation> violations,
        List<Violation> notes,
        List<String> challenges,
        Map<String, JsonNode> parameters,
        BodyValue bodyValue) {

    private static final int SHOWN = 50;

    public Validated {
        violations = List.copyOf(violations);
        notes = List.copyOf(notes);
        challenges = List.copyOf(challenges);
    }

    /** What the violations amount to. */
    public enum Verdict {
        VALID(200),
        /** No alternative of the operation's security is met. */
        UNAUTHENTICATED(401),
        /** The credential says itself that it does not suffice. */
        FORBIDDEN(403),
        /** The body is larger than this server reads. */
        TOO_LARGE(413),
        /** The body's media type is not documented, or its coding not known. */
        UNSUPPORTED_MEDIA_TYPE(415),
        /** A value cannot be read at all. */
        MALFORMED(400),
        /** Values can be read and do not fit. */
        INVALID(422),
        /** To say whether the request fits takes more work than this server spends on one. */
        TOO_EXPENSIVE(422);

        private final int status;

        Verdict(int status) {
            this.status = status;
        }

        /** The status of a refusal that the contract does not document (RFC 9110 section 15.5). */
        public int status() {
            return status;
        }
    }

    /** The body's value; absent when there is none or it could not be read. */
    public Optional<JsonNode> body() {
        return bodyValue.get();
    }

    public boolean isValid() {
        return verdict == Verdict.VALID;
    }

    /** The same, without the values that were read. */
    public Validated withoutValues() {
        return new Validated(verdict, violations, notes, challenges, Map.of(), BodyValue.NONE);
    }

    /** Every violation as one line of text; long lists are cut. */
    public String summary() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < violations.size() && i < SHOWN; i++) {
            text.append(i == 0 ? "" : "; ").append(violations.get(i).sentence());
        }
        int more = violations.size() - SHOWN;
        return more > 0 ? text.append("; and ").append(more).append(" more").toString() : text.toString();
    }
}
