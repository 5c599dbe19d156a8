package dev.countersign.client;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A server of the contract, with a value for each variable of its URL (OAS 3.1 section 4.8.5). Immutable; the generated
 * client wraps it in types of its own.
 */
public final class ServerTemplate implements Server {
    private final String name;
    private final String template;
    private final List<Variable> variables;
    private final Map<String, String> chosen;

    /**
     * A variable of a server's URL.
     *
     * @param name its name in the template
     * @param initial the value while none is chosen
     * @param allowed the values that may be chosen; empty for any
     */
    public record Variable(String name, String initial, List<String> allowed) {
        public Variable {
            allowed = List.copyOf(allowed);
        }
    }

    private ServerTemplate(String name, String template, List<Variable> variables, Map<String, String> chosen) {
        this.name = name;
        this.template = template;
        this.variables = variables;
        this.chosen = chosen;
    }

    /** A server with the initial value of every variable. */
    public static ServerTemplate of(String name, String template, Variable... variables) {
        return new ServerTemplate(name, template, List.of(variables), Map.of());
    }

    /** What the generated client calls it. */
    public String name() {
        return name;
    }

    /** The variables of its URL, in the contract's order. */
    public List<Variable> variables() {
        return variables;
    }

    /**
     * The same server with another value of a variable.
     *
     * @throws IllegalArgumentException when there is no such variable, or the contract does not allow the value
     */
    public ServerTemplate with(String variable, String value) {
        Variable known = variables.stream()
                .filter(each -> each.name().equals(variable))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the server " + name + " has no variable " + variable
                        + "; it has "
                        + variables.stream().map(Variable::name).toList()));
        if (!known.allowed().isEmpty() && !known.allowed().contains(value)) {
            throw new IllegalArgumentException(
                    "the variable " + variable + " of the server " + name + " must be one of " + known.allowed());
        }
        Map<String, String> more = new LinkedHashMap<>(chosen);
        more.put(variable, value);
        return new ServerTemplate(name, template, variables, Map.copyOf(more));
    }

    /** Whether it is the same server, whatever was chosen for its variables. */
    boolean isLike(ServerTemplate other) {
        return template.equals(other.template);
    }

    /** The same server with what another has chosen for variables of the same names, as far as this one allows it. */
    ServerTemplate withChoicesOf(ServerTemplate other) {
        ServerTemplate same = this;
        for (Variable variable : variables) {
            String value = other.chosen.get(variable.name());
            if (value != null
                    && (variable.allowed().isEmpty() || variable.allowed().contains(value))) {
                same = same.with(variable.name(), value);
            }
        }
        return same;
    }

    @Override
    public Optional<ServerTemplate> template() {
        return Optional.of(this);
    }

    @Override
    public String url() {
        String url = template;
        for (Variable variable : variables) {
            url = url.replace("{" + variable.name() + "}", chosen.getOrDefault(variable.name(), variable.initial()));
        }
        return url;
    }

    @Override
    public String toString() {
        return name + " " + url();
    }
}
