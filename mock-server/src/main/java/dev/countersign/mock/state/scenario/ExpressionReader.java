package dev.countersign.mock.state.scenario;

import dev.countersign.openapi.contract.Parameter.In;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads expressions: those of OpenAPI (OAS 3.1 section 4.8.20.4, {@code $request.body#/email}), and more of the kind for clock,
 * counters, tokens and what is remembered. Names that are not there are faults of the scenario, found before it is served.
 */
record ExpressionReader(Vocabulary vocabulary, Faults faults) {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Pattern CLOCK = Pattern.compile("\\$(now|time)([+-]\\d{1,10})?");
    private static final Pattern NAMED = Pattern.compile("\\$([A-Za-z_][A-Za-z0-9_-]*)");
    private static final Expression NOTHING = scope -> MissingNode.getInstance();
    private static final List<String> KINDS = List.of(
            "$request.body",
            "$request.query.NAME",
            "$request.header.NAME",
            "$request.path.NAME",
            "$request.bearer",
            "$method",
            "$url",
            "$state",
            "$now",
            "$time",
            "$uuid",
            "$counter.NAME",
            "$token.NAME");

    /** Reads an expression without braces. */
    Expression read(String text, String pointer) {
        int hash = text.indexOf('#');
        String base = hash < 0 ? text : text.substring(0, hash);
        String within = hash < 0 ? "" : text.substring(hash + 1);
        if (!within.isEmpty() && !within.startsWith("/")) {
            faults.add(pointer, "\"" + within + "\" is no JSON pointer.", "Write " + base + "#/" + within + ".");
            return NOTHING;
        }
        Expression whole = base(base, pointer);
        return within.isEmpty() ? whole : scope -> whole.value(scope).at(within);
    }

    private Expression base(String base, String pointer) {
        Matcher clock = CLOCK.matcher(base);
        if (clock.matches()) {
            return clock(clock.group(1).equals("now"), clock.group(2) == null ? 0 : Long.parseLong(clock.group(2)));
        }
        return switch (base) {
            case "$method" -> scope -> NODES.stringNode(scope.request().method());
            case "$url" -> scope -> NODES.stringNode(scope.request().path());
            case "$uuid" -> Scope::uuid;
            case "$state" -> Scope::state;
            case "$request.body" -> Scope::body;
            case "$request.bearer" -> Scope::bearer;
            default -> named(base, pointer);
        };
    }

    private static Expression clock(boolean seconds, long shift) {
        return seconds
                ? scope -> NODES.numberNode(scope.now().getEpochSecond() + shift)
                : scope -> NODES.stringNode(scope.now()
                        .plusSeconds(shift)
                        .truncatedTo(ChronoUnit.SECONDS)
                        .toString());
    }

    private Expression named(String base, String pointer) {
        int dot = base.lastIndexOf('.');
        String kind = base.startsWith("$request.header.") ? "$request.header" : dot < 0 ? "" : base.substring(0, dot);
        String name = base.substring(kind.isEmpty() ? 0 : kind.length() + 1);
        return switch (kind) {
            case "$request.query" -> {
                known("query parameter", name, vocabulary.parameters(In.QUERY), pointer);
                yield scope -> scope.query(name);
            }
            case "$request.path" -> {
                known("variable of the path", name, vocabulary.parameters(In.PATH), pointer);
                yield scope -> scope.path(name);
            }
            case "$request.header" -> scope -> scope.header(name);
            case "$counter" -> scope -> NODES.numberNode(scope.session().next(name));
            case "$token" -> token(name, pointer);
            default -> found(base, pointer);
        };
    }

    private Expression found(String base, String pointer) {
        Matcher named = NAMED.matcher(base);
        if (named.matches() && vocabulary.names().contains(named.group(1))) {
            String name = named.group(1);
            return scope -> scope.named(name);
        }
        Set<String> known = new HashSet<>(KINDS);
        vocabulary.names().forEach(name -> known.add("$" + name));
        faults.unknown(pointer, "expression", base, known);
        return NOTHING;
    }

    private Expression token(String name, String pointer) {
        TokenTemplate token = vocabulary.tokens().get(name);
        if (token == null) {
            faults.unknown(pointer, "token", name, vocabulary.tokens().keySet());
            return NOTHING;
        }
        Template claims = template(token.claims(), token.pointer());
        return scope -> {
            JsonNode filled = claims.value(scope);
            return NODES.stringNode(scope.signer().sign((ObjectNode) filled, token.lifetime()));
        };
    }

    private void known(String kind, String name, Set<String> known, String pointer) {
        if (!known.contains(name)) {
            faults.unknown(pointer, kind, name, known);
        }
    }

    /** Reads a value in which texts may hold expressions in braces: {@code Hello, {$request.query.name}}. */
    Template template(JsonNode value, String pointer) {
        return new TemplateReader(this).read(value, pointer);
    }

    /** The parts of a text: itself, and expressions. */
    List<Expression> parts(String text, String pointer) {
        List<Expression> parts = new ArrayList<>();
        int position = 0;
        for (int open = text.indexOf("{$"); open >= 0; open = text.indexOf("{$", position)) {
            int close = text.indexOf('}', open);
            if (close < 0) {
                faults.add(pointer, "An expression has no end.", "Close it with a brace.");
                return List.of(NOTHING);
            }
            if (open > position) {
                JsonNode before = NODES.stringNode(text.substring(position, open));
                parts.add(scope -> before);
            }
            parts.add(read(text.substring(open + 1, close), pointer));
            position = close + 1;
        }
        if (position < text.length() || parts.isEmpty()) {
            JsonNode rest = NODES.stringNode(text.substring(position));
            parts.add(scope -> rest);
        }
        return parts;
    }
}
