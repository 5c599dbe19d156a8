package dev.countersign.openapi.schema;

import dev.countersign.openapi.json.Pointer;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A place in a value, as a chain to the root; made only while a violation is explained. */
record InstancePath(@Nullable InstancePath parent, String token) {
    private static final int LONGEST = 2_000;

    static final InstancePath ROOT = new InstancePath(null, "");

    InstancePath child(String name) {
        return new InstancePath(this, name);
    }

    InstancePath child(int index) {
        return new InstancePath(this, Integer.toString(index));
    }

    /** Compared by code of its own, like what is found at the place. */
    @Override
    public boolean equals(Object other) {
        return other instanceof InstancePath that && token.equals(that.token) && Objects.equals(parent, that.parent);
    }

    @Override
    public int hashCode() {
        return token.hashCode() + 31 * Objects.hashCode(parent);
    }

    /** The place as a JSON pointer (RFC 6901); cut where it would be very long, because every violation has one. */
    String pointer() {
        StringBuilder text = new StringBuilder();
        for (InstancePath step = this; step.parent != null; step = step.parent) {
            text.insert(0, Pointer.child("", end(step.token)));
            if (text.length() > LONGEST) {
                return "…" + end(text.toString());
            }
        }
        return text.toString();
    }

    private static String end(String text) {
        return text.length() <= LONGEST ? text : text.substring(text.length() - LONGEST);
    }
}
