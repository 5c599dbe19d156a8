package dev.countersign.mock.sample;

import dev.countersign.openapi.schema.format.BoundedPattern;
import java.util.Optional;

/** The characters that samples are made of: letters and digits first, then what else is on a keyboard, then others. */
final class Characters {
    private static final String CANDIDATES = candidates();

    private Characters() {}

    /** Those that an expression for one character matches, such as {@code [a-f]} or {@code \d}. */
    static String matching(String expression) {
        Optional<BoundedPattern> pattern = BoundedPattern.of("^" + expression + "$");
        StringBuilder matching = new StringBuilder();
        String candidates = pattern.isPresent() ? CANDIDATES + expression : "";
        for (int index = 0; index < candidates.length(); index++) {
            String one = candidates.substring(index, index + 1);
            if (!Character.isSurrogate(one.charAt(0)) && pattern.get().matches(one)) {
                matching.append(one);
            }
        }
        return matching.toString();
    }

    private static String candidates() {
        StringBuilder all = new StringBuilder("abcdefghijklmnopqrstuvwxyz");
        all.append("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");
        for (char c = ' '; c < 0x7f; c++) {
            if (!Character.isLetterOrDigit(c)) {
                all.append(c);
            }
        }
        return all.append("\t\n\u00e9\u00df\u03b1\u0416\u05d0\u0628\u3042\u4e2d\uac00")
                .toString();
    }
}
