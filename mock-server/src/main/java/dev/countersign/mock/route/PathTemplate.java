package dev.countersign.mock.route;

import dev.countersign.mock.exchange.PercentEncoding;
import dev.countersign.openapi.schema.format.BoundedPattern;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A path template (OAS 3.1 section 4.8.8.2) taken apart. A trailing slash is a last segment without text. */
final class PathTemplate {
    /** At most one of them a {@link Segment.Rest}. */
    private final List<Segment> segments;

    private final List<Span> spans;

    /** The index of the segment that takes several; beyond the last when none does. */
    private final int rest;

    private PathTemplate(List<Segment> segments, List<Span> spans) {
        this.segments = List.copyOf(segments);
        this.spans = List.copyOf(spans);
        int index = 0;
        while (index < segments.size() && !(segments.get(index) instanceof Segment.Rest)) {
            index++;
        }
        this.rest = index;
    }

    List<Segment> segments() {
        return segments;
    }

    /**
     * Segments that the template spells out and that together are one value.
     *
     * @param first the first one's index
     * @param last the last one's index
     * @param suffix text of the last one that is not part of the value
     */
    private record Span(String name, int first, int last, String suffix) {}

    static PathTemplate parse(String template) {
        List<Segment> segments = new ArrayList<>();
        List<Span> spans = new ArrayList<>();
        for (String part : split(template.startsWith("/") ? template.substring(1) : template)) {
            add(part, segments, spans);
        }
        return new PathTemplate(segments, spans);
    }

    /** Slashes within braces belong to what stands there. */
    private static List<String> split(String path) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            depth += c == '{' ? 1 : c == '}' && depth > 0 ? -1 : 0;
            if (c == '/' && depth == 0) {
                parts.add(path.substring(start, i));
                start = i + 1;
            }
        }
        parts.add(path.substring(start));
        return depth == 0 ? parts : List.of(path.split("/", -1));
    }

    private static void add(String part, List<Segment> segments, List<Span> spans) {
        List<String> literals = new ArrayList<>();
        List<TemplateVariable> variables = new ArrayList<>();
        int position = 0;
        for (int open = part.indexOf('{'); open >= 0; open = part.indexOf('{', position)) {
            int close = close(part, open);
            if (close < 0) {
                break;
            }
            literals.add(PercentEncoding.decode(part.substring(position, open)));
            variables.add(TemplateVariable.parse(part.substring(open + 1, close)));
            position = close + 1;
        }
        literals.add(PercentEncoding.decode(part.substring(position)));
        if (variables.isEmpty()) {
            segments.add(new Segment.Literal(literals.get(0)));
            return;
        }
        TemplateVariable only = variables.get(0);
        boolean alone = variables.size() == 1 && literals.get(0).isEmpty();
        boolean whole = alone && literals.get(1).isEmpty();
        if (alone && !only.parts().isEmpty()) {
            addParts(only, literals.get(1), segments, spans);
        } else if (whole && only.severalSegments() && segments.stream().noneMatch(Segment.Rest.class::isInstance)) {
            segments.add(new Segment.Rest(only.name(), only.pattern()));
        } else if (whole && only.pattern().isEmpty()) {
            segments.add(new Segment.Variable(only.name()));
        } else {
            segments.add(composite(literals, variables));
        }
    }

    /** The brace that closes another; a pattern may hold braces of its own. */
    private static int close(String part, int open) {
        int depth = 0;
        for (int i = open; i < part.length(); i++) {
            char c = part.charAt(i);
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return -1;
    }

    private static Segment composite(List<String> literals, List<TemplateVariable> variables) {
        return new CompositeSegment(
                literals,
                variables.stream().map(TemplateVariable::name).toList(),
                variables.stream().map(TemplateVariable::pattern).toList());
    }

    private static void addParts(TemplateVariable variable, String suffix, List<Segment> segments, List<Span> spans) {
        int first = segments.size();
        Optional<BoundedPattern> any = Optional.empty();
        for (int i = 0; i < variable.parts().size(); i++) {
            String part = variable.parts().get(i);
            String end = i == variable.parts().size() - 1 ? suffix : "";
            if (part.equals("**") && end.isEmpty()) {
                segments.add(new Segment.Rest("", any));
            } else if (part.startsWith("*")) {
                segments.add(
                        end.isEmpty()
                                ? new Segment.Variable("")
                                : new CompositeSegment(List.of("", end), List.of(""), List.of(any)));
            } else {
                segments.add(new Segment.Literal(PercentEncoding.decode(part) + end));
            }
        }
        spans.add(new Span(variable.name(), first, segments.size() - 1, suffix));
    }

    /** The parameters' values in a path that fits, still encoded. */
    Map<String, String> values(String[] raw) {
        Map<String, String> values = Map.of();
        for (int i = 0; i < segments.size(); i++) {
            Segment segment = segments.get(i);
            if (segment instanceof Segment.Literal) {
                continue;
            }
            values = values.isEmpty() ? new LinkedHashMap<>() : values;
            if (segment instanceof Segment.Variable variable) {
                values.put(variable.name(), raw[place(i, raw)]);
            } else if (segment instanceof Segment.Rest rest) {
                values.put(rest.name(), joined(raw, i, place(i + 1, raw)));
            } else if (segment instanceof CompositeSegment composite) {
                composite.match(raw[place(i, raw)], values);
            }
        }
        return spans.isEmpty() ? values : withSpans(new LinkedHashMap<>(values), raw);
    }

    private Map<String, String> withSpans(Map<String, String> values, String[] raw) {
        for (Span span : spans) {
            String value = joined(raw, place(span.first, raw), place(span.last + 1, raw));
            boolean cut = !span.suffix.isEmpty() && value.endsWith(span.suffix);
            values.put(span.name, cut ? value.substring(0, value.length() - span.suffix.length()) : value);
        }
        values.remove("");
        return values;
    }

    /** Where a segment stands in a path: those behind the one that takes several are counted from the end. */
    private int place(int segment, String[] raw) {
        return segment > rest ? segment + raw.length - segments.size() : segment;
    }

    private static String joined(String[] raw, int from, int to) {
        return String.join("/", List.of(raw).subList(from, to));
    }
}
