package dev.countersign.mock.choose;

import dev.countersign.openapi.contract.Example;
import dev.countersign.openapi.contract.MediaTypeSpec;
import dev.countersign.openapi.contract.ResponseSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * One way to answer: a documented response in one media type with one example, or with a generated body. Made once per
 * contract and compared by identity, so that what is made of it can be kept.
 */
public final class Representation {
    private final ResponseSpec response;
    private final Optional<MediaTypeSpec> mediaType;
    private final Optional<Example> example;
    private final boolean kept;

    Representation(ResponseSpec response, Optional<MediaTypeSpec> mediaType, Optional<Example> example) {
        this(response, mediaType, example, true);
    }

    private Representation(
            ResponseSpec response, Optional<MediaTypeSpec> mediaType, Optional<Example> example, boolean kept) {
        this.response = response;
        this.mediaType = mediaType;
        this.example = example;
        this.kept = kept;
    }

    /** A response of no contract, without headers and content. */
    public static Representation none() {
        ResponseSpec bare = new ResponseSpec("204", "", List.of(), List.of(), Map.of(), "");
        return new Representation(bare, Optional.empty(), Optional.empty(), false);
    }

    /** The same response and media type with a body that was made for one request. */
    public Representation with(JsonNode body) {
        Example made = new Example("", "", Optional.of(body), Map.of(), "");
        return new Representation(response, mediaType, Optional.of(made), false);
    }

    /** Whether it is one of the contract's, so that what is made of it can be kept; not one made for a single request. */
    public boolean isKept() {
        return kept;
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
