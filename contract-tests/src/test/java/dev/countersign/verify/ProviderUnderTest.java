package dev.countersign.verify;

import dev.countersign.verify.cases.Case;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Who answers. A mock server is told by a preference which documented answer is wanted; a real provider gets each state
 * at {@code -Dprovider.state.url}, and its own headers from {@code -Dprovider.header.NAME=VALUE}.
 *
 * @param stateChange absent when the provider needs no states
 * @param isMock whether it promises the documented examples, and not only their types
 */
record ProviderUnderTest(String name, URI url, Optional<URI> stateChange, boolean isMock) {
    private static final String HEADER = "provider.header.";

    /** The provider that the build names; absent when it names none. */
    static Optional<ProviderUnderTest> named() {
        return property("provider.url")
                .map(url -> new ProviderUnderTest(
                        "the provider at " + url,
                        URI.create(url),
                        property("provider.state.url").map(URI::create),
                        false));
    }

    static ProviderUnderTest mock(URI url) {
        return new ProviderUnderTest("the mock server", url, Optional.empty(), true);
    }

    /** The headers of a replayed request that are no business of the consumer. */
    Map<String, String> headers(Case conversation) {
        Map<String, String> headers = new LinkedHashMap<>();
        conversation.answer().body().ifPresent(body -> headers.put("Accept", body.mediaType()));
        headers.put("Prefer", conversation.preference());
        if (!isMock) {
            System.getProperties().stringPropertyNames().stream()
                    .filter(property -> property.startsWith(HEADER))
                    .forEach(
                            property -> headers.put(property.substring(HEADER.length()), System.getProperty(property)));
        }
        return headers;
    }

    private static Optional<String> property(String name) {
        return Optional.ofNullable(System.getProperty(name)).filter(value -> !value.isBlank());
    }
}
