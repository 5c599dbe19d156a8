package dev.countersign.mock.validate;

import dev.countersign.mock.validate.Validated.Verdict;
import dev.countersign.openapi.contract.Contract;
import dev.countersign.openapi.contract.Operation;
import dev.countersign.openapi.contract.SecurityRequirement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whether one alternative of an operation's security is met in full (OAS 3.1 section 4.8.30). */
record SecurityCheck(List<List<Credential>> alternatives, Validated unauthenticated, String pointer) {

    static SecurityCheck of(Operation operation, Contract contract) {
        List<List<Credential>> alternatives = new ArrayList<>();
        Set<String> challenges = new LinkedHashSet<>();
        for (SecurityRequirement requirement : operation.security()) {
            List<Credential> credentials = new ArrayList<>();
            for (Map.Entry<String, List<String>> scheme : requirement.schemes().entrySet()) {
                credentials.add(Credential.of(
                        scheme.getKey(),
                        Optional.ofNullable(contract.securitySchemes().get(scheme.getKey())),
                        scheme.getValue()));
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
        String pointer = operation.pointer() + "/security";
        return new SecurityCheck(
                alternatives, refused(Verdict.UNAUTHENTICATED, message, List.copyOf(challenges), pointer), pointer);
    }

    private static String instruction(List<Credential> credentials) {
        return credentials.stream()
                .map(Credential::instruction)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" and "));
    }

    /**
     * What is wrong; absent when one alternative is met. A token that lists its scopes and lacks one is known, and not
     * enough; one that is not good (any more) is no credential (RFC 6750 section 3.1).
     */
    Optional<Validated> refusal(RawRequest request, BearerTokens tokens) {
        @Nullable Validated refused = null;
        for (List<Credential> alternative : alternatives) {
            if (isPresent(alternative, request)) {
                Optional<String> invalid = invalidToken(alternative, request, tokens);
                if (invalid.isPresent()) {
                    refused = refused == null ? invalid(invalid.get()) : refused;
                    continue;
                }
                List<String> lacking = lacking(alternative, request);
                if (lacking.isEmpty()) {
                    return Optional.empty();
                }
                refused = refused == null ? forbidden(lacking) : refused;
            }
        }
        if (alternatives.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(refused != null ? refused : unauthenticated);
    }

    private static boolean isPresent(List<Credential> alternative, RawRequest request) {
        for (Credential credential : alternative) {
            if (!credential.isPresent(request)) {
                return false;
            }
        }
        return true;
    }

    private static List<String> lacking(List<Credential> alternative, RawRequest request) {
        for (Credential credential : alternative) {
            List<String> lacking = credential.lackingScopes(request);
            if (!lacking.isEmpty()) {
                return lacking;
            }
        }
        return List.of();
    }

    private static Optional<String> invalidToken(
            List<Credential> alternative, RawRequest request, BearerTokens tokens) {
        if (tokens == BearerTokens.UNKNOWN) {
            return Optional.empty();
        }
        return alternative.stream()
                .flatMap(credential -> credential.bearerToken(request).stream())
                .flatMap(token -> tokens.refusal(token, request.headers()).stream())
                .findFirst();
    }

    private Validated invalid(String reason) {
        return refused(
                Verdict.UNAUTHENTICATED,
                reason,
                List.of("Bearer realm=\"mock\", error=\"invalid_token\", error_description=\"" + reason + "\""),
                pointer);
    }

    private Validated forbidden(List<String> lacking) {
        String scopes = String.join(" ", lacking);
        return refused(
                Verdict.FORBIDDEN,
                "the token lacks the scope: " + scopes,
                List.of("Bearer realm=\"mock\", error=\"insufficient_scope\", scope=\"" + scopes.replace("\"", "")
                        + "\""),
                pointer);
    }

    private static Validated refused(Verdict verdict, String message, List<String> challenges, String pointer) {
        Violation violation = new Violation(Violation.In.SECURITY, "", "", message, pointer);
        return new Validated(verdict, List.of(violation), List.of(), challenges, Map.of(), BodyValue.NONE);
    }
}
