package dev.countersign.mock.choose;

import dev.countersign.mock.exchange.MediaType;
import java.util.List;
import java.util.Optional;

/** How a request is to be answered. */
public sealed interface Choice {
    /**
     * As the contract documents it.
     *
     * @param status the status to send
     * @param representation response, media type and example
     * @param concrete the media type to send where the contract documents a range and the client names one within
     * @param seed for a body that is generated for this request; absent when the representation's body is always the same
     * @param purpose what the response is for
     * @param named whether the request named this very status or example, or is the one that the example belongs to
     * @param rule why this one, for a human
     */
    record Documented(
            int status,
            Representation representation,
            Optional<MediaType> concrete,
            Optional<Long> seed,
            Purpose purpose,
            boolean named,
            String rule)
            implements Choice {}

    /** What a documented response is sent for. */
    enum Purpose {
        /** It is what the request asks for. */
        ANSWER,
        /** The request is not acceptable, and the response is the example as it stands. */
        REFUSAL,
        /** The same, but the body is to say what is wrong, where it has a place for that. */
        EXPLAINED_REFUSAL
    }

    /**
     * The request is not acceptable and the contract does not say in which words to answer such a request.
     *
     * @param status the status to send
     * @param bare the contract's response, which has headers at most; absent when it has none
     */
    record Refused(int status, Optional<Representation> bare) implements Choice {}

    /**
     * A preference names something that is not documented.
     *
     * @param preference {@code code} or {@code example}
     * @param asked the value asked for
     * @param available what could have been asked for
     */
    record Undocumented(String preference, String asked, List<String> available) implements Choice {}

    /**
     * The client takes none of the response's media types.
     *
     * @param available the media types that there are
     */
    record NotAcceptable(List<String> available) implements Choice {}
}
