package dev.countersign.mock.exchange;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What can go wrong with an answer on its way, as its client sees it. */
public enum Fault {
    /** Status and header fields are right, and there is no body. */
    EMPTY,
    /** The connection ends in the middle of the body. */
    TRUNCATED,
    /** The body is whole, and is not what its media type says. */
    MALFORMED,
    /** The body has another media type than the contract says. */
    WRONG_TYPE,
    /** The connection is reset, and nothing is answered. */
    RESET,
    /** The connection is closed, and nothing is answered. */
    CLOSE,
    /** The connection stays open, and nothing is answered. */
    HANG;

    /** As it is written in preferences, flags and documents: {@code wrong-type}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The fault with this label. */
    public static Optional<Fault> of(String label) {
        return Arrays.stream(values())
                .filter(fault -> fault.label().equals(label.strip().toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /** The labels of all. */
    public static List<String> labels() {
        return Arrays.stream(values()).map(Fault::label).toList();
    }
}
