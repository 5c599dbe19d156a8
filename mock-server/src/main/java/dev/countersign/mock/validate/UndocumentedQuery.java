package dev.countersign.mock.validate;

import dev.countersign.mock.exchange.MockRequest;
import dev.countersign.mock.exchange.Pair;
import dev.countersign.openapi.contract.Contract;
import dev.countersign.openapi.contract.Operation;
import dev.countersign.openapi.contract.Parameter;
import dev.countersign.openapi.contract.Parameter.In;
import dev.countersign.openapi.contract.SecurityScheme;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Finds query parameters that an operation does not document. The standard does not forbid them, so that they are
 * looked for only when requests are held strictly against the document.
 *
 * @param names those that are documented, properties of exploded objects and API keys among them
 * @param open whether an object takes parameters of any name, so that none is undocumented
 */
record UndocumentedQuery(Set<String> names, boolean open, String pointer) {

    static UndocumentedQuery of(Operation operation, Contract contract, ExpectedTypes expectedTypes) {
        Set<String> names = new HashSet<>();
        boolean open = operation.queryString().isPresent();
        for (Parameter parameter : operation.parameters()) {
            if (parameter.in() == In.QUERY) {
                names.add(parameter.name());
                ExpectedType expected =
                        parameter.schema().map(expectedTypes::of).orElse(ExpectedType.UNKNOWN);
                if (expected.isObject() && parameter.explode()) {
                    names.addAll(expected.properties().keySet());
                    open = open || expected.properties().isEmpty();
                }
            }
        }
        for (SecurityScheme scheme : contract.securitySchemes().values()) {
            if (scheme instanceof SecurityScheme.ApiKey key && key.in() == In.QUERY) {
                names.add(key.name());
            }
        }
        return new UndocumentedQuery(names, open, operation.pointer() + "/parameters");
    }

    void check(RawRequest request, Violations violations) {
        if (open) {
            return;
        }
        Set<String> reported = new LinkedHashSet<>();
        for (Pair pair : request.query()) {
            int bracket = pair.name().indexOf('[');
            String name = bracket > 0 ? pair.name().substring(0, bracket) : pair.name();
            boolean ours = name.startsWith(MockRequest.RESERVED_PREFIX);
            if (!ours && !names.contains(name) && !names.contains(pair.name()) && reported.add(name)) {
                violations.add(new Violation(Violation.In.QUERY, name, "", "is not documented", pointer));
            }
        }
    }
}
