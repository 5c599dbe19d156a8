package dev.countersign.mock.oidc;

import dev.countersign.openapi.check.NearestName;
import dev.countersign.openapi.contract.Contract;
import dev.countersign.openapi.contract.DocumentNode;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What can be asked for, as the documents' security schemes say it.
 *
 * @param isNamed whether any document has an OAuth 2 or OpenID Connect scheme
 * @param scopes the scopes that the documents name, sorted
 * @param isOpen whether there may be others: an OpenID Connect scheme does not list its scopes
 * @param grants the grant types, as the parameter {@code grant_type} has them
 * @param paths the path templates of the documents, whose addresses are theirs
 */
record Offer(boolean isNamed, Set<String> scopes, boolean isOpen, Set<String> grants, Set<String> paths) {
    static final String CODE = "authorization_code";
    static final String CLIENT = "client_credentials";
    static final String REFRESH = "refresh_token";

    /** Scopes with a meaning of their own (OpenID Connect Core sections 5.4 and 11). */
    static final List<String> STANDARD = List.of("openid", "profile", "email", "offline_access");

    private static final Map<String, String> GRANTS = Map.of("authorizationCode", CODE, "clientCredentials", CLIENT);

    /** That of documents; one that names no scheme allows everything. */
    static Offer of(List<Contract> contracts) {
        Set<String> scopes = new TreeSet<>();
        Set<String> grants = new LinkedHashSet<>();
        Set<String> paths = new HashSet<>();
        boolean named = false;
        boolean open = false;
        for (Contract contract : contracts) {
            contract.operations().forEach(operation -> paths.add(operation.path()));
            DocumentNode document = DocumentNode.of(contract.document(), contract.dialect());
            for (DocumentNode entry :
                    document.child("components").child("securitySchemes").entries()) {
                DocumentNode scheme = entry.resolved();
                boolean discovered = scheme.text("type").equals("openIdConnect");
                if (discovered || scheme.text("type").equals("oauth2")) {
                    named = true;
                    open |= discovered;
                    addFlows(scheme, scopes, grants);
                    addDemanded(contract, entry.name(), scopes);
                }
            }
        }
        if (grants.isEmpty() || open) {
            grants.addAll(List.of(CODE, CLIENT));
        }
        if (grants.contains(CODE)) {
            grants.add(REFRESH);
        }
        return new Offer(named, scopes, open || scopes.isEmpty(), grants, paths);
    }

    private static void addFlows(DocumentNode scheme, Set<String> scopes, Set<String> grants) {
        for (DocumentNode flow : scheme.child("flows").children()) {
            flow.child("scopes").entries().forEach(scope -> scopes.add(scope.name()));
            String grant = GRANTS.get(flow.name());
            if (grant != null) {
                grants.add(grant);
            }
        }
    }

    private static void addDemanded(Contract contract, String scheme, Set<String> scopes) {
        contract.operations().stream()
                .flatMap(operation -> operation.security().stream())
                .forEach(requirement -> scopes.addAll(requirement.schemes().getOrDefault(scheme, List.of())));
    }

    /**
     * The scopes that are asked for; where none are, those that the documents name.
     *
     * @throws OAuthException when there is no such scope
     */
    Set<String> scopes(String asked) {
        if (asked.isBlank()) {
            return scopes;
        }
        Set<String> wanted = new LinkedHashSet<>(List.of(asked.strip().split(" +")));
        for (String scope : wanted) {
            if (!isOpen && !scopes.contains(scope) && !STANDARD.contains(scope)) {
                throw new OAuthException(
                        400, "invalid_scope", "A scope is asked for that the document does not have. " + advice(scope));
            }
        }
        return wanted;
    }

    private String advice(String scope) {
        return NearestName.of(scope, scopes)
                .map(near -> "Did you mean " + near + "?")
                .orElse("It has: " + String.join(" ", scopes));
    }

    /**
     * Goes on when a grant type is among those of the documents.
     *
     * @throws OAuthException when it is not
     */
    void refuseUnless(String grant, String error) {
        if (!grants.contains(grant)) {
            throw new OAuthException(
                    400, error, "The document has no flow for this. There are: " + String.join(", ", grants) + ".");
        }
    }
}
