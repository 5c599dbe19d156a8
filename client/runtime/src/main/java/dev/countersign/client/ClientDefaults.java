package dev.countersign.client;

import java.util.List;
import java.util.Map;

/**
 * What the contract says about its client. Made by generated code.
 *
 * @param name the contract's name in PascalCase
 * @param userAgent the default value of {@code User-Agent}
 * @param schemes the contract's security schemes by name
 * @param servers the contract's servers, in its order
 */
public record ClientDefaults(
        String name, String userAgent, Map<String, AuthScheme> schemes, List<ServerTemplate> servers) {
    public ClientDefaults {
        schemes = Map.copyOf(schemes);
        servers = List.copyOf(servers);
    }
}
