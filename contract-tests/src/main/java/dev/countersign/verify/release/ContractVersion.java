package dev.countersign.verify.release;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A contract's {@code info.version}, read as semantic versioning reads it. Before 1.0.0 the second number is the one that
 * breaks; a version that is no such number, for instance a date, breaks whenever it is another one.
 *
 * @param text as the document writes it
 */
public record ContractVersion(String text) {
    private static final Pattern NUMBERS =
            Pattern.compile("v?(\\d{1,3})(?:\\.(\\d{1,6}))?(?:\\.(\\d{1,6}))?(?:[-+].*)?");

    /** Whether a consumer of the released version must expect to be broken by this one. */
    public boolean mayBreak(ContractVersion released) {
        Matcher now = NUMBERS.matcher(text);
        Matcher before = NUMBERS.matcher(released.text);
        if (!now.matches() || !before.matches()) {
            return !text.equals(released.text);
        }
        int major = Integer.compare(number(now, 1), number(before, 1));
        boolean unstable = number(before, 1) == 0 && major == 0;
        return major > 0 || unstable && number(now, 2) > number(before, 2);
    }

    /** The least version that may break consumers of this one. */
    public String nextBreaking() {
        Matcher now = NUMBERS.matcher(text);
        if (!now.matches()) {
            return "another version";
        }
        return number(now, 1) == 0 ? "0." + (number(now, 2) + 1) + ".0" : (number(now, 1) + 1) + ".0.0";
    }

    /** The least version for a change that breaks no consumer. */
    public String nextCompatible() {
        Matcher now = NUMBERS.matcher(text);
        if (!now.matches()) {
            return "another version";
        }
        return number(now, 1) == 0
                ? "0." + number(now, 2) + "." + (number(now, 3) + 1)
                : number(now, 1) + "." + (number(now, 2) + 1) + ".0";
    }

    private static int number(Matcher version, int group) {
        String digits = version.group(group);
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
