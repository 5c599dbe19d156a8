package dev.countersign.mock.choose;

import dev.countersign.mock.exchange.Headers;
import dev.countersign.mock.exchange.MediaType;
import dev.countersign.mock.exchange.QuotedText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The media types that a client takes (RFC 9110 section 12.5.1).
 *
 * @param ranges in the order of the header; empty when any type will do
 */
record AcceptHeader(List<Range> ranges) {

    /** One range with its quality between 0 and 1. */
    record Range(MediaType type, double quality) {}

    /**
     * How well a type fits; compare quality, then precision, then the place in the header.
     *
     * @param quality 0 when the client refuses the type
     * @param precision how narrow the range is that covers it
     * @param place the range's place in the header, from 0
     */
    record Fit(double quality, int precision, int place) {
        boolean isBetterThan(Fit other) {
            if (quality != other.quality) {
                return quality > other.quality;
            }
            return precision != other.precision ? precision > other.precision : place < other.place;
        }
    }

    static final AcceptHeader ANY = new AcceptHeader(List.of());
    private static final Fit FITS = new Fit(1, 0, 0);
    static final Fit REFUSED = new Fit(0, 0, 0);

    static AcceptHeader of(Headers headers) {
        Optional<String> single = headers.first("Accept");
        if (single.isEmpty() || single.get().equals("*/*")) {
            return headers.all("Accept").size() <= 1 ? ANY : parse(headers.all("Accept"));
        }
        return parse(headers.all("Accept"));
    }

    private static AcceptHeader parse(List<String> fields) {
        List<Range> ranges = new ArrayList<>();
        for (String field : fields) {
            for (String part : QuotedText.split(field, ',')) {
                Optional<MediaType> type = MediaType.parse(part);
                if (type.isPresent()) {
                    ranges.add(new Range(type.get(), quality(type.get())));
                }
            }
        }
        return new AcceptHeader(ranges);
    }

    private static double quality(MediaType type) {
        String text = type.parameters().get("q");
        if (text == null) {
            return 1;
        }
        try {
            double quality = Double.parseDouble(text);
            return quality >= 0 && quality <= 1 ? quality : 1;
        } catch (NumberFormatException malformed) {
            return 1;
        }
    }

    /** The narrowest range that covers the type decides. */
    Fit fit(MediaType type) {
        if (ranges.isEmpty()) {
            return FITS;
        }
        Fit narrowest = REFUSED;
        int precision = -1;
        for (int i = 0; i < ranges.size(); i++) {
            int found = precision(ranges.get(i).type, type);
            if (found > precision) {
                precision = found;
                narrowest = new Fit(ranges.get(i).quality, found, i);
            }
        }
        return narrowest;
    }

    /** The type that the client asks for within a documented range; empty when it leaves that open. */
    Optional<MediaType> within(MediaType documented) {
        return ranges.stream()
                .filter(range -> range.quality > 0 && !range.type.isRange() && documented.covers(range.type))
                .max(Comparator.comparingDouble(Range::quality))
                .map(range -> new MediaType(range.type.type(), range.type.subtype(), Map.of()));
    }

    /** -1 when the range does not cover the type. */
    private static int precision(MediaType range, MediaType type) {
        if (range.covers(type) || type.isRange() && type.covers(range)) {
            int parameters = parameters(range, type);
            int width = range.type().equals("*") ? 1 : range.isRange() ? 2 : 3;
            return parameters < 0 ? -1 : width * 10 + parameters;
        }
        // Beyond the standard: who takes JSON can read any +json, and the other way round.
        boolean related = range.isJson() && type.isJson() || range.isXml() && type.isXml();
        return related ? 0 : -1;
    }

    /** The number of parameters in common; -1 when the type has another value. What it leaves open does not count. */
    private static int parameters(MediaType range, MediaType type) {
        int common = 0;
        for (Map.Entry<String, String> wanted : range.parameters().entrySet()) {
            if (wanted.getKey().equals("q")) {
                break;
            }
            String actual = type.parameters().get(wanted.getKey());
            if (actual != null && !wanted.getKey().equals("charset")) {
                if (!actual.equalsIgnoreCase(wanted.getValue())) {
                    return -1;
                }
                common++;
            }
        }
        return common;
    }
}
