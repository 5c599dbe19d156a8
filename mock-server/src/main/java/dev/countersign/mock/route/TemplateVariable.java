package dev.countersign.mock.route;

import dev.countersign.openapi.schema.format.BoundedPattern;
import dev.countersign.openapi.schema.format.Budget;
import dev.countersign.openapi.schema.format.BudgetExceededException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What stands between the braces of a path template. The standard allows a name and nothing else (OAS 3.1 section 4.8.8.2);
 * documents that were made from a framework's routes say more, in its language.
 *
 * @param name the parameter's
 * @param severalSegments whether the value may hold slashes: {@code {proxy+}}, {@code {+path}}, {@code {path*}}
 * @param pattern what a decoded value must match as a whole: {@code {id:[0-9]+}}
 * @param parts the segments that the value is made of, {@code *} standing for any: {@code {name=projects/*}}; empty where
 *     nothing is said of them
 */
record TemplateVariable(String name, boolean severalSegments, Optional<BoundedPattern> pattern, List<String> parts) {
    /** Operators of RFC 6570 section 2.2; the asterisk is that of other languages. */
    private static final String OPERATORS = ";.?&+#/*";

    /** {@code {id:3}} is a length (RFC 6570 section 2.4.1), {@code {id:int:min(1)}} names of types. */
    private static final String NO_PATTERN = "[0-9]*|[A-Za-z]+(\\([^)]*\\))?(:[A-Za-z]+(\\([^)]*\\))?)*";

    private static final long LOOKS = 100_000;

    static TemplateVariable parse(String expression) {
        String text = expression.strip();
        int start = 0;
        while (start < text.length() && OPERATORS.indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        String operator = text.substring(0, start);
        String rest = text.substring(start);
        int colon = rest.indexOf(':');
        int equals = rest.indexOf('=');
        if (colon > 0 && (equals < 0 || colon < equals)) {
            return constrained(
                    rest.substring(0, colon).strip(), rest.substring(colon + 1).strip());
        }
        if (equals > 0) {
            return composed(
                    rest.substring(0, equals).strip(),
                    rest.substring(equals + 1).strip());
        }
        int end = rest.length();
        while (end > 0 && "+*?".indexOf(rest.charAt(end - 1)) >= 0) {
            end--;
        }
        String name = rest.substring(0, end).strip();
        // With any other operator an asterisk means that a list or an object is exploded.
        boolean asterisk = rest.endsWith("*") && (operator.isEmpty() || operator.equals("+"));
        boolean several = rest.endsWith("+") || operator.equals("+") || operator.startsWith("*") || asterisk;
        return new TemplateVariable(name, several, Optional.empty(), List.of());
    }

    /** Whether a decoded value matches a pattern; one that takes very long to say does not. */
    static boolean fits(Optional<BoundedPattern> pattern, String value) {
        try {
            return pattern.isEmpty() || pattern.get().matches(value, new Budget(LOOKS));
        } catch (BudgetExceededException tooExpensive) {
            return false;
        }
    }

    private static TemplateVariable constrained(String name, String expression) {
        Optional<BoundedPattern> pattern =
                expression.matches(NO_PATTERN) ? Optional.empty() : BoundedPattern.of("^(?:" + expression + ")$");
        boolean slash = expression.contains("/") && !expression.contains("[^/");
        boolean several = slash || pattern.isPresent() && pattern.get().matches("a/b");
        return new TemplateVariable(name, several, pattern, List.of());
    }

    private static TemplateVariable composed(String name, String parts) {
        boolean isDefault = parts.indexOf('/') < 0 && parts.indexOf('*') < 0;
        return new TemplateVariable(
                name,
                parts.equals("**"),
                Optional.empty(),
                isDefault || parts.equals("*") || parts.equals("**") ? List.of() : Arrays.asList(parts.split("/", -1)));
    }
}
