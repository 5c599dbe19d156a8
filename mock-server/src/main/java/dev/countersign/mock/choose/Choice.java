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
     * @param variant response, media type and example
     * @param concrete the media type to send where the contract documents a range and the client names one within
     * @param seed for a body that is generated for this request; absent when the variant's body is always the same
     * @param carriesViolations whether the body is to name what is wrong with the request
     * @param rule why this one, for a human
     */
    record Documented(
            int status,
            Variant variant,
            Optional<MediaType> concrete,
            Optional<Long> seed,
            boolean carriesViolations,
            String rule)
            implements Choice {}

    /**
     * The request is not acceptable and the contract does not say in which words to answer such a request.
     *
     * @param status the status to send
     * @param bare the contract's response, which has headers at most; absent when it has none
     */
    record Refused(int status, Optional<Variant> bare) implements Choice {}

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
