package dev.countersign.mock.validate;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A body's value, if there is one. That of a long text is read when it is first asked for, which it seldom is. Thread-safe. */
public final class BodyValue {
    static final BodyValue NONE = new BodyValue(null, new byte[0]);

    private final byte[] text;
    private volatile @Nullable JsonNode value;

    private BodyValue(@Nullable JsonNode value, byte[] text) {
        this.value = value;
        this.text = text;
    }

    static BodyValue of(JsonNode value) {
        return new BodyValue(value, NONE.text);
    }

    /** The value of a text that is known to be JSON; it is not copied. */
    static BodyValue in(byte[] text) {
        return new BodyValue(null, text);
    }

    /** The value; absent when there is none. */
    Optional<JsonNode> get() {
        JsonNode known = value;
        if (known == null && text.length > 0) {
            known = JsonBody.read(text) instanceof ReadResult.Value read ? read.node() : null;
            value = known;
        }
        return Optional.ofNullable(known);
    }
}
