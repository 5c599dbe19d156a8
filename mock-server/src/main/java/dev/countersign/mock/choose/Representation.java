package dev.countersign.mock.choose;

import dev.countersign.openapi.contract.Example;
import dev.countersign.openapi.contract.MediaTypeSpec;
import dev.countersign.openapi.contract.ResponseSpec;
import java.util.Optional;

/**
 * One way to answer: a documented response in one media type with one example, or with a generated body. Made once per
 * contract and compared by identity, so that what is made of it can be kept.
 */
public final class Representation {
    private final ResponseSpec response;
    private final Optional<MediaTypeSpec> mediaType;
    private final Optional<Example> example;

    Representation(ResponseSpec response, Optional<MediaTypeSpec> mediaType, Optional<Example> example) {
        this.response = response;
        this.mediaType = mediaType;
        this.example = example;
    }

    /** The documented response. */
    public ResponseSpec response() {
        return response;
    }

    /** The media type of the body; absent when the response has none. */
    public Optional<MediaTypeSpec> mediaType() {
        return mediaType;
    }

    /** The example to serve, always with a value; absent when the body is to be generated. */
    public Optional<Example> example() {
        return example;
    }
}
