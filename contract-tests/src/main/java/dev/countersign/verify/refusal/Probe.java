package dev.countersign.verify.refusal;

import dev.countersign.verify.cases.TestCase;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A request of which the contract says no more than whether it is acceptable.
 *
 * @param name what is odd about the request
 * @param testCase the case that it is a variation of
 * @param headers its headers, a preference and {@code Content-Type} included
 * @param body what it carries, as it travels
 * @param acceptable whether a provider may not refuse it; otherwise it must refuse it
 * @param answeredAs the media type that the answer to an acceptable request must have; absent where any may come
 */
public record Probe(
        String name,
        TestCase testCase,
        Map<String, String> headers,
        Optional<String> body,
        boolean acceptable,
        Optional<String> answeredAs) {

    /** What is wrong with a provider's answer; absent when it is as the contract demands. */
    Optional<String> fault(int status, String contentType) {
        if (acceptable) {
            return status >= 400
                    ? Optional.of("is refused with " + status)
                    : answeredAs
                            .filter(type ->
                                    !contentType.toLowerCase(Locale.ROOT).startsWith(type))
                            .map(type -> "is answered with " + (contentType.isEmpty() ? "no media type" : contentType)
                                    + " instead of " + type);
        }
        if (status < 400 || status > 499) {
            return Optional.of("is answered with " + status + " instead of a refusal");
        }
        return contentType.contains("html") ? Optional.of("is refused with a page of HTML") : Optional.empty();
    }
}
