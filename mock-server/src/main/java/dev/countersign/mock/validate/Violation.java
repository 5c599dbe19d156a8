package dev.countersign.mock.validate;

import java.util.Locale;

/**
 * One rule that a request breaks.
 *
 * @param in the part of the request
 * @param name the parameter's name, or the security scheme's; empty for the body
 * @param pointer JSON pointer inside the value; empty for the value as a whole
 * @param message what is wrong, without the part's name and without any value that may be secret
 * @param schemaPointer JSON pointer of the rule in the contract; empty when no single place states it
 */
public record Violation(In in, String name, String pointer, String message, String schemaPointer) {

    static final String TOO_EXPENSIVE =
            "takes more work to check than this server spends on one request; what comes after it was not looked at";

    /** The part of a request. */
    public enum In {
        SECURITY,
        PATH,
        QUERY,
        HEADER,
        COOKIE,
        CONTENT_TYPE,
        BODY,
        /** Of an upstream's answer, as are the following. */
        RESPONSE_STATUS,
        RESPONSE_HEADER,
        RESPONSE_BODY;

        /** As written in problem details. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** The part with its message, as one clause of a sentence. */
    public String sentence() {
        String place =
                switch (in) {
                    case SECURITY, CONTENT_TYPE, RESPONSE_STATUS -> "";
                    case BODY -> pointer.isEmpty() ? "body: " : "body " + pointer + ": ";
                    case RESPONSE_BODY -> pointer.isEmpty() ? "response body: " : "response body " + pointer + ": ";
                    case RESPONSE_HEADER -> "response header \"" + name + "\": ";
                    default ->
                        in.label() + " parameter \"" + name + "\"" + (pointer.isEmpty() ? ": " : " " + pointer + ": ");
                };
        return place + message;
    }
}
