package dev.countersign.mock.route;

import java.util.List;
import java.util.Map;

/** One segment of a path template, between two slashes. */
sealed interface Segment {
    /** Text that stands for itself; decoded. */
    record Literal(String text) implements Segment {}

    /** One parameter that takes the whole segment. */
    record Variable(String name) implements Segment {}

    /**
     * Text and parameters in turn: {@code prefix{a}-{b}.json}. There is one literal more than there are names; those at
     * either end may be empty.
     */
    record Composite(List<String> literals, List<String> names) implements Segment {
        public Composite {
            literals = List.copyOf(literals);
            names = List.copyOf(names);
        }

        /** Puts the parameters' values into the map when the raw segment fits; each takes at least one character. */
        boolean match(String raw, Map<String, String> values) {
            String last = literals.get(names.size());
            if (!raw.startsWith(literals.get(0)) || !raw.endsWith(last)) {
                return false;
            }
            int position = literals.get(0).length();
            for (int i = 0; i < names.size(); i++) {
                boolean atEnd = i == names.size() - 1;
                int end = atEnd
                        ? raw.length() - last.length()
                        : literals.get(i + 1).isEmpty()
                                ? boundary(raw, position)
                                : raw.indexOf(literals.get(i + 1), position + 1);
                if (end <= position || end > raw.length()) {
                    return false;
                }
                values.put(names.get(i), raw.substring(position, end));
                position = end + (atEnd ? 0 : literals.get(i + 1).length());
            }
            return true;
        }

        /** Nothing stands between {@code {id}{extension}}: the second begins with the last dot, which is why authors do so. */
        private static int boundary(String raw, int position) {
            int dot = raw.lastIndexOf('.');
            return dot > position ? dot : position + 1;
        }

        /** How much of the segment is fixed: the more, the more concrete. */
        int weight() {
            return literals.stream().mapToInt(String::length).sum();
        }
    }
}
