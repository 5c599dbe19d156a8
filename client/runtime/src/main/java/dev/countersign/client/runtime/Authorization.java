package dev.countersign.client.runtime;

import dev.countersign.client.AuthScheme;
import dev.countersign.client.Credential;
import dev.countersign.client.runtime.call.ApiRequest;
import dev.countersign.client.runtime.call.Operation;
import dev.countersign.client.runtime.parameter.Style;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Shows credentials with a call: those of the first alternative of its security that asks for something and for which
 * there is everything.
 */
final class Authorization {
    private final Map<String, AuthScheme> schemes;
    private final Map<String, Credential> credentials;

    Authorization(Map<String, AuthScheme> schemes, Map<String, Credential> credentials) {
        this.schemes = schemes;
        this.credentials = credentials;
    }

    /**
     * The request with them.
     *
     * @throws IllegalStateException when all that could be shown are credentials of which one would hide another
     */
    AuthorizedRequest authorized(ApiRequest request) {
        Set<String> names = chosen(request.operation());
        if (names.isEmpty()) {
            return new AuthorizedRequest(request, Map.of());
        }
        ApiRequest.Builder shown = request.toBuilder();
        Map<Credential, String> secrets = new HashMap<>();
        for (String name : names) {
            show(shown, name, secrets);
        }
        return new AuthorizedRequest(shown.build(), secrets);
    }

    /** Whether a credential must be fetched first, which may take a while. */
    boolean mayBlock(Operation<?> operation) {
        return chosen(operation).stream()
                .map(credentials::get)
                .anyMatch(credential -> credential != null && !credential.isFixed());
    }

    private Set<String> chosen(Operation<?> operation) {
        Optional<IllegalStateException> clash = Optional.empty();
        for (Set<String> alternative : operation.security()) {
            if (!alternative.isEmpty() && credentials.keySet().containsAll(alternative)) {
                clash = clash(operation, alternative);
                if (clash.isEmpty()) {
                    return alternative;
                }
            }
        }
        if (clash.isPresent()) {
            throw clash.get();
        }
        return Set.of();
    }

    /** What is wrong with an alternative of which two schemes want the same place. */
    private Optional<IllegalStateException> clash(Operation<?> operation, Set<String> alternative) {
        Map<String, String> places = new HashMap<>();
        for (String name : new TreeSet<>(alternative)) {
            AuthScheme scheme = schemes.get(name);
            String place = scheme == null ? name : scheme.place().name().toLowerCase(Locale.ROOT) + " " + scheme.name();
            String other = places.put(place.toLowerCase(Locale.ROOT), name);
            if (other != null) {
                return Optional.of(new IllegalStateException(operation.name() + " asks for " + other + " and " + name
                        + " at once, and both are the " + place + ", of which a request has one;"
                        + " give the client a credential for one of them only"));
            }
        }
        return Optional.empty();
    }

    private void show(ApiRequest.Builder request, String name, Map<Credential, String> secrets) {
        AuthScheme scheme = schemes.get(name);
        Credential credential = credentials.get(name);
        if (scheme == null || credential == null) {
            return;
        }
        String secret = secrets.computeIfAbsent(credential, Credential::secret);
        String value =
                switch (scheme.kind()) {
                    case BEARER -> "Bearer " + secret;
                    case BASIC -> "Basic " + secret;
                    case API_KEY -> secret;
                };
        switch (scheme.place()) {
            case HEADER -> request.header(scheme.name(), Style.SIMPLE, false, value);
            // A link that is followed may have it already.
            case QUERY -> request.onlyQuery(scheme.name(), value);
            case COOKIE -> request.cookie(scheme.name(), Style.FORM, true, value);
        }
    }
}
