package dev.countersign.client.runtime;

import dev.countersign.client.AuthScheme;
import dev.countersign.client.Credential;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Shows credentials with a call: those of the first alternative of its security for which there are all. */
final class Authorization {
    private final Map<String, AuthScheme> schemes;
    private final Map<String, Credential> credentials;

    Authorization(Map<String, AuthScheme> schemes, Map<String, Credential> credentials) {
        this.schemes = schemes;
        this.credentials = credentials;
    }

    void apply(Call call, List<Set<String>> alternatives) {
        chosen(alternatives).forEach(name -> show(call, name));
    }

    /** Whether somebody must be asked for a credential, who may take his time. */
    boolean mayBlock(List<Set<String>> alternatives) {
        return chosen(alternatives).stream()
                .map(credentials::get)
                .anyMatch(credential -> credential != null && !credential.isFixed());
    }

    private Set<String> chosen(List<Set<String>> alternatives) {
        if (!credentials.isEmpty()) {
            for (Set<String> alternative : alternatives) {
                if (credentials.keySet().containsAll(alternative)) {
                    return alternative;
                }
            }
        }
        return Set.of();
    }

    private void show(Call call, String name) {
        AuthScheme scheme = schemes.get(name);
        Credential credential = credentials.get(name);
        if (scheme == null || credential == null) {
            return;
        }
        String value =
                switch (scheme.kind()) {
                    case BEARER -> "Bearer " + credential.secret();
                    case BASIC -> "Basic " + credential.secret();
                    case API_KEY -> credential.secret();
                };
        switch (scheme.place()) {
            case HEADER -> call.header(scheme.name(), Style.SIMPLE, false, value);
            case QUERY -> call.query(scheme.name(), Style.FORM, true, false, value);
            case COOKIE -> call.cookie(scheme.name(), Style.FORM, true, value);
        }
    }
}
