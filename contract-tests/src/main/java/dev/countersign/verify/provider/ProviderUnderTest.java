package dev.countersign.verify.provider;

import dev.countersign.verify.cases.TestCase;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Who answers. A mock server is told by a preference which documented answer is wanted; a real provider gets each state
 * at {@code -Dprovider.state.url}, and its own headers and query parameters, such as credentials, from
 * {@code -Dprovider.header.NAME=VALUE} and {@code -Dprovider.query.NAME=VALUE}.
 *
 * @param stateChange absent when the provider needs no states
 * @param isMock whether it promises the documented examples, and not only their types
 * @param headers header fields of its own
 * @param query query parameters of its own
 */
public record ProviderUnderTest(
        String name,
        URI url,
        Optional<URI> stateChange,
        boolean isMock,
        Map<String, String> headers,
        Map<String, String> query) {

    /** The provider that a build's properties name; absent when they name none. */
    public static Optional<ProviderUnderTest> named(Map<String, String> properties) {
        return property(properties, "provider.url")
                .map(url -> new ProviderUnderTest(
                        "the provider at " + withoutUser(url),
                        URI.create(url),
                        property(properties, "provider.state.url").map(URI::create),
                        false,
                        startingWith(properties, "provider.header."),
                        startingWith(properties, "provider.query.")));
    }

    /** A mock server of ours, which promises the documented examples. */
    public static ProviderUnderTest mock(URI url) {
        return new ProviderUnderTest("the mock server", url, Optional.empty(), true, Map.of(), Map.of());
    }

    /** One that is held to types only, and needs nothing. */
    public static ProviderUnderTest real(String name, URI url) {
        return new ProviderUnderTest(name, url, Optional.empty(), false, Map.of(), Map.of());
    }

    /** The headers of a replayed request that are no business of the consumer. */
    public Map<String, String> headers(TestCase testCase) {
        Map<String, String> all = new LinkedHashMap<>();
        testCase.answer().body().ifPresent(body -> all.put("Accept", body.mediaType()));
        all.put("Prefer", testCase.preference());
        all.putAll(headers);
        return all;
    }

    /** Whether its states are not brought about, so that documented errors can hardly be provoked. */
    boolean needsStates() {
        return !isMock && stateChange.isEmpty();
    }

    /** An address without the name and password that it may hold. */
    public static String withoutUser(String url) {
        return url.replaceFirst("//[^/]*@", "//");
    }

    private static Optional<String> property(Map<String, String> properties, String name) {
        return Optional.ofNullable(properties.get(name)).filter(value -> !value.isBlank());
    }

    private static Map<String, String> startingWith(Map<String, String> properties, String prefix) {
        return properties.entrySet().stream()
                .filter(property -> property.getKey().startsWith(prefix))
                .collect(Collectors.toMap(
                        property -> property.getKey().substring(prefix.length()), Map.Entry::getValue));
    }

    /** Names no value, because it may be a secret. */
    @Override
    public String toString() {
        return name;
    }
}
