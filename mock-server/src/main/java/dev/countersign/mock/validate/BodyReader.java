package dev.countersign.mock.validate;

import dev.countersign.mock.exchange.MediaType;
import dev.countersign.openapi.schema.format.Budget;

/** Reads a body of one kind of media type into a value that a schema can judge. */
interface BodyReader {
    /**
     * Reads a body.
     *
     * @param actual the media type of the request, with its parameters
     * @param body the bytes, never empty
     * @param budget for what is checked while it is read
     * @return {@link Reading.Missing} for a kind whose content no schema is held against
     */
    Reading read(MediaType actual, byte[] body, Budget budget);
}
