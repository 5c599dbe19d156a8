package dev.countersign.client.runtime.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The links that stand in header fields (RFC 8288 section 3). What is no link is passed over. */
final class LinkHeader {
    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
    private static final Pattern TARGET = Pattern.compile("\\G[\\s,]*<([^>]*)>");
    private static final Pattern PARAMETER =
            Pattern.compile("\\G\\s*;\\s*(" + TOKEN + ")?(?:\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.)*+)\"|([^\\s;,\"]*)))?");

    private LinkHeader() {}

    /** The target of the first link whose relation is {@code next}, and that speaks of the answer itself. */
    static Optional<String> next(List<String> fields) {
        for (String field : fields) {
            Matcher target = TARGET.matcher(field);
            int at = 0;
            while (target.find(at)) {
                Matcher parameter = PARAMETER.matcher(field);
                List<String> relations = new ArrayList<>();
                boolean elsewhere = false;
                at = target.end();
                while (parameter.find(at)) {
                    String name =
                            parameter.group(1) == null ? "" : parameter.group(1).toLowerCase(Locale.ROOT);
                    // Of several, the first counts (section 3.3).
                    if (name.equals("rel") && relations.isEmpty()) {
                        relations.addAll(List.of(
                                value(parameter).toLowerCase(Locale.ROOT).split("\\s+")));
                    }
                    elsewhere |= name.equals("anchor");
                    at = parameter.end();
                }
                if (relations.contains("next") && !elsewhere) {
                    return Optional.of(target.group(1).strip());
                }
                at = comma(field, at);
            }
        }
        return Optional.empty();
    }

    private static String value(Matcher parameter) {
        if (parameter.group(2) != null) {
            return parameter.group(2).replaceAll("\\\\(.)", "$1").strip();
        }
        return parameter.group(3) == null ? "" : parameter.group(3);
    }

    /** Where the next link begins, whatever stands before it. */
    private static int comma(String field, int from) {
        int comma = field.indexOf(',', from);
        return comma < 0 ? field.length() : comma;
    }
}
