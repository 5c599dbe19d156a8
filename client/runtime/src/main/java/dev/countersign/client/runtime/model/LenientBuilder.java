package dev.countersign.client.runtime.model;

import org.jspecify.annotations.Nullable;

/** The builder of a model, as it is used to read JSON of which not everything fits. */
public interface LenientBuilder {
    /**
     * Keeps what came and does not fit.
     *
     * @param pointer where it stands in the model (RFC 6901)
     * @param value what came; null where nothing did
     */
    LenientBuilder misfit(String pointer, @Nullable Object value);

    /** The model. */
    Object build();
}
