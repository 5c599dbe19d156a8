package dev.countersign.verify.broker;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/**
 * Where the broker is and who we are there. Credentials are kept apart from the address, so that the address can be printed.
 *
 * @param url without user information, ending with a slash
 * @param authorization the value of the {@code Authorization} header; absent for an open broker
 */
public record BrokerSettings(URI url, Optional<String> authorization) {
    /** The variable that names the broker. */
    static final String URL = "PACT_BROKER_BASE_URL";

    /**
     * Reads the variables that all Pact tools know: {@code PACT_BROKER_BASE_URL}, and {@code PACT_BROKER_TOKEN} or
     * {@code PACT_BROKER_USERNAME} with {@code PACT_BROKER_PASSWORD}.
     *
     * @return absent when no broker is named
     * @throws BrokerException when the address is none
     */
    public static Optional<BrokerSettings> of(Map<String, String> environment) {
        return set(environment, URL).map(address -> of(address, environment));
    }

    private static BrokerSettings of(String address, Map<String, String> environment) {
        URI written;
        try {
            written = URI.create(address.endsWith("/") ? address : address + "/");
        } catch (IllegalArgumentException e) {
            throw notAnAddress();
        }
        if (written.getHost() == null || !("http".equals(written.getScheme()) || "https".equals(written.getScheme()))) {
            throw notAnAddress();
        }
        String port = written.getPort() < 0 ? "" : ":" + written.getPort();
        URI url = URI.create(written.getScheme() + "://" + written.getHost() + port + written.getRawPath());
        Optional<String> authorization = set(environment, "PACT_BROKER_TOKEN")
                .map(token -> "Bearer " + token)
                .or(() -> set(environment, "PACT_BROKER_USERNAME")
                        .map(user -> basic(user + ":" + environment.getOrDefault("PACT_BROKER_PASSWORD", ""))))
                .or(() -> Optional.ofNullable(written.getUserInfo()).map(BrokerSettings::basic));
        return new BrokerSettings(url, authorization);
    }

    /** The address may hold a password; so it is not repeated. */
    private static BrokerException notAnAddress() {
        return BrokerException.usage(URL + " is no address of a broker; write it like https://broker.example");
    }

    private static String basic(String userAndPassword) {
        return "Basic " + Base64.getEncoder().encodeToString(userAndPassword.getBytes(StandardCharsets.UTF_8));
    }

    static Optional<String> set(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }

    @Override
    public String toString() {
        return url + (authorization.isPresent() ? " (with credentials)" : "");
    }
}
