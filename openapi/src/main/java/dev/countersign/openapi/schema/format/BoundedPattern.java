package dev.countersign.openapi.schema.format;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A regular expression that cannot take forever. Java's engine backtracks, and an expression such as {@code (a+)+$}
 * takes time exponential in the text; so the characters that it looks at are counted. Immutable and thread-safe.
 */
public final class BoundedPattern {
    /** Of a text that comes without a budget. */
    private static final long LOOKS = 2_000_000;

    /** A literal of JavaScript. Taken to the letter it fits no text, as nothing can begin behind a slash. */
    private static final Pattern LITERAL = Pattern.compile("/(\\^.*\\$)/([a-z]*)", Pattern.DOTALL);

    private final String source;
    private final Pattern pattern;

    private BoundedPattern(String source, Pattern pattern) {
        this.source = source;
        this.pattern = pattern;
    }

    /**
     * Compiles an expression of ECMA-262. Slashes and flags around it are not counted as part of it.
     *
     * @return absent when the expression is empty, is not valid, or uses what Java cannot express
     */
    public static Optional<BoundedPattern> of(String source) {
        if (source.isEmpty()) {
            return Optional.empty();
        }
        try {
            Matcher literal = LITERAL.matcher(source);
            return source.startsWith("/^") && literal.matches()
                    ? compiled(literal.group(1), literal.group(2))
                    : compiled(source, "");
        } catch (PatternSyntaxException | StackOverflowError unusable) {
            return Optional.empty();
        }
    }

    /** Whether an expression is written with slashes and flags around it, as in JavaScript. */
    public static boolean isLiteral(String source) {
        return source.startsWith("/^") && LITERAL.matcher(source).matches();
    }

    private static Optional<BoundedPattern> compiled(String expression, String flags) {
        int ignoring = flags.contains("i") ? Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE : 0;
        return Optional.of(new BoundedPattern(expression, EcmaPattern.compile(expression, ignoring)));
    }

    /** The expression as written, without slashes and flags around it. */
    public String source() {
        return source;
    }

    /** Whether the expression is found anywhere in the text; not in one that takes more than 2,000,000 looks. */
    public boolean matches(String text) {
        try {
            return matches(text, new Budget(LOOKS));
        } catch (BudgetExceededException tooExpensive) {
            return false;
        }
    }

    /**
     * The same within a budget, of which each look at a character is one unit.
     *
     * @throws BudgetExceededException also when the text takes more memory than this thread's stack has
     */
    public boolean matches(String text, Budget budget) {
        CountedText counted = new CountedText(text, budget.left());
        try {
            return pattern.matcher(counted).find();
        } catch (StackOverflowError tooExpensive) {
            throw new BudgetExceededException();
        } finally {
            budget.spend(1 + counted.looks);
        }
    }

    private static final class CountedText implements CharSequence {
        private final String text;
        private final long most;
        private long looks;

        CountedText(String text, long most) {
            this.text = text;
            this.most = most;
        }

        @Override
        public char charAt(int index) {
            if (++looks > most) {
                throw new BudgetExceededException();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
