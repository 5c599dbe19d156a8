package dev.countersign.openapi.contract;

import java.util.List;
import java.util.Map;

/**
 * One alternative of an operation's security (OAS 3.1 section 4.8.30): every named scheme must be met. Without any
 * scheme it is the alternative that needs no authentication.
 *
 * @param schemes scopes or roles by the scheme's name
 */
public record SecurityRequirement(Map<String, List<String>> schemes) {
    public SecurityRequirement {
        schemes = Ordered.copyOf(schemes);
    }
}
