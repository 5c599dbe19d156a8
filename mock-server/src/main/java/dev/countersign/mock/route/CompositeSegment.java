package dev.countersign.mock.route;

import dev.countersign.mock.exchange.PercentEncoding;
import dev.countersign.openapi.schema.format.BoundedPattern;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Text and parameters in turn: {@code prefix{a}-{b}.json}. There is one literal more than there are parameters; those at
 * either end may be empty.
 *
 * @param literals decoded
 * @param names the parameters'
 * @param patterns what each parameter's decoded value must match
 */
record CompositeSegment(List<String> literals, List<String> names, List<Optional<BoundedPattern>> patterns)
        implements Segment {
    CompositeSegment {
        literals = List.copyOf(literals);
        names = List.copyOf(names);
        patterns = List.copyOf(patterns);
    }

    /**
     * Puts the parameters' values into the map, still encoded, when the raw segment fits; each takes at least one character.
     * Characters that stand in the template as they are may be encoded in a request (RFC 3986 section 2.3): {@code %2C}
     * delimits like a comma where no comma does.
     */
    boolean match(String raw, Map<String, String> values) {
        return match(DecodedText.literally(raw), values)
                || raw.indexOf('%') >= 0 && match(DecodedText.decoding(raw), values);
    }

    private boolean match(DecodedText segment, Map<String, String> values) {
        String text = segment.text();
        String last = literals.get(names.size());
        if (!text.startsWith(literals.get(0)) || !text.endsWith(last)) {
            return false;
        }
        int position = literals.get(0).length();
        for (int i = 0; i < names.size(); i++) {
            boolean atEnd = i == names.size() - 1;
            int end = atEnd
                    ? text.length() - last.length()
                    : literals.get(i + 1).isEmpty()
                            ? boundary(text, position)
                            : text.indexOf(literals.get(i + 1), position + 1);
            if (end <= position || end > text.length()) {
                return false;
            }
            String value = segment.raw(position, end);
            if (!TemplateVariable.fits(patterns.get(i), PercentEncoding.decode(value))) {
                return false;
            }
            values.put(names.get(i), value);
            position = end + (atEnd ? 0 : literals.get(i + 1).length());
        }
        return true;
    }

    /** Nothing stands between {@code {id}{extension}}: the second begins with the last dot, which is why authors do so. */
    private static int boundary(String text, int position) {
        int dot = text.lastIndexOf('.');
        return dot > position ? dot : position + 1;
    }

    /** Whether both take the same segments, whatever they call their parameters. */
    boolean isLike(CompositeSegment other) {
        return literals.equals(other.literals) && sources().equals(other.sources());
    }

    private List<Optional<String>> sources() {
        return patterns.stream()
                .map(pattern -> pattern.map(BoundedPattern::source))
                .toList();
    }

    /** How much of the segment is fixed: the more, the more concrete. */
    int weight() {
        int patterned = (int) patterns.stream().filter(Optional::isPresent).count();
        return 2 * literals.stream().mapToInt(String::length).sum() + patterned;
    }
}
