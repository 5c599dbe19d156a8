package dev.countersign.client.runtime.model;

import dev.countersign.client.MissingPropertiesException;
import org.jspecify.annotations.Nullable;

/** Properties that the contract requires. */
public final class Required {
    private Required() {}

    /**
     * The value of one.
     *
     * @throws MissingPropertiesException when there is none, because what came did not fit
     */
    public static <T> T value(String model, String property, @Nullable T value) {
        if (value == null) {
            throw MissingPropertiesException.unread(model, property);
        }
        return value;
    }
}
