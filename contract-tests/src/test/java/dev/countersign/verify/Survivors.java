package dev.countersign.verify;

import dev.countersign.verify.mutation.Mutation;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Mutants that behave as the contract demands, and what plays the part of a server that errs within its schema. */
final class Survivors {
    private static final Pattern VALUE = Pattern.compile(":\\s*(\"[^\"]*\"|[0-9]+|true|false)");

    private Survivors() {}

    /** Why nobody who looks at messages can notice a mutant; absent when somebody should. */
    static Optional<String> reason(Mutation mutation) {
        boolean answer = !mutation.place().startsWith("request");
        if (answer && mutation.name().endsWith("no longer required")) {
            return Optional.of("the mock server still sends the field; only a released document could tell");
        }
        if (answer && mutation.name().startsWith("additional fields")) {
            return Optional.of("no answer has any; only a released document could tell");
        }
        if (!answer && mutation.name().equals("another valid example")) {
            return Optional.of("one valid request is as good as another; only a released document could tell");
        }
        return Optional.empty();
    }

    /** The same JSON with its first value changed to another one of the same type. */
    static String otherValue(String json) {
        Matcher first = VALUE.matcher(json);
        if (!first.find()) {
            return json;
        }
        String value = first.group(1);
        String other = value.startsWith("\"")
                ? "\"another\""
                : value.equals("true") ? "false" : value.equals("false") ? "true" : value + "7";
        return json.substring(0, first.start(1)) + other + json.substring(first.end(1));
    }
}
