package dev.countersign.mock.validate;

import dev.countersign.openapi.Contract;
import dev.countersign.openapi.Operation;
import dev.countersign.openapi.SecurityRequirement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether one alternative of an operation's security is met in full (OAS 3.1 section 4.8.30). */
record SecurityCheck(List<List<Credential>> alternatives, List<String> challenges, List<Violation> violations) {

    static SecurityCheck of(Operation operation, Contract contract) {
        List<List<Credential>> alternatives = new ArrayList<>();
        Set<String> challenges = new LinkedHashSet<>();
        for (SecurityRequirement requirement : operation.security()) {
            List<Credential> credentials = new ArrayList<>();
            for (String name : requirement.schemes().keySet()) {
                credentials.add(Credential.of(
                        name, Optional.ofNullable(contract.securitySchemes().get(name))));
            }
            alternatives.add(credentials);
            credentials.stream()
                    .map(Credential::challenge)
                    .filter(text -> !text.isEmpty())
                    .forEach(challenges::add);
        }
        String message = "send "
                + alternatives.stream()
                        .map(SecurityCheck::instruction)
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining(", or "));
        return new SecurityCheck(
                alternatives,
                List.copyOf(challenges),
                List.of(new Violation(Violation.In.SECURITY, "", "", message, operation.pointer() + "/security")));
    }

    private static String instruction(List<Credential> credentials) {
        return credentials.stream()
                .map(Credential::instruction)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" and "));
    }

    boolean isMet(RawRequest request) {
        for (List<Credential> alternative : alternatives) {
            boolean met = true;
            for (Credential credential : alternative) {
                met = met && credential.isPresent(request);
            }
            if (met) {
                return true;
            }
        }
        return alternatives.isEmpty();
    }
}
