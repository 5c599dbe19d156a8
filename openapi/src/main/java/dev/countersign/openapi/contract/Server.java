package dev.countersign.openapi.contract;

import java.util.List;
import java.util.Map;

/**
 * A server (OAS 3.1 section 4.8.5).
 *
 * @param url the URL template as written; relative to where the document lies, or absolute
 * @param description empty when there is none
 * @param variables the template's variables by name
 */
public record Server(String url, String description, Map<String, Variable> variables) {
    public Server {
        variables = Ordered.copyOf(variables);
    }

    /**
     * A variable of a server's URL (OAS 3.1 section 4.8.6).
     *
     * @param defaultValue the value in force when none is chosen
     * @param values the values allowed; empty when any is
     */
    public record Variable(String defaultValue, List<String> values) {
        public Variable {
            values = List.copyOf(values);
        }
    }
}
