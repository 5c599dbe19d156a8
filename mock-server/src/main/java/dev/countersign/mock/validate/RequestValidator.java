package dev.countersign.mock.validate;

import dev.countersign.mock.exchange.MockRequest;
import dev.countersign.mock.validate.Validated.Verdict;
import dev.countersign.openapi.contract.Contract;
import dev.countersign.openapi.contract.Operation;
import dev.countersign.openapi.contract.Parameter;
import dev.countersign.openapi.schema.Schemas;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Holds requests against one operation: security, then parameters, then {@code Content-Type}, then the body. Reports
 * everything that is wrong at once; only a missing credential ends the examination, as it would in a real server.
 * Immutable and thread-safe.
 */
public final class RequestValidator {
    /** Headers that OpenAPI describes elsewhere; parameters of these names are ignored (OAS 3.1 section 4.8.12). */
    private static final Set<String> NOT_PARAMETERS = Set.of("accept", "content-type", "authorization");

    private final SecurityCheck security;
    private final List<ParameterCheck> parameters;
    private final Optional<QueryStringCheck> query;
    private final UndocumentedQuery undocumented;
    private final Optional<BodyCheck> body;

    private RequestValidator(
            SecurityCheck security,
            List<ParameterCheck> parameters,
            Optional<QueryStringCheck> query,
            UndocumentedQuery undocumented,
            Optional<BodyCheck> body) {
        this.security = security;
        this.parameters = List.copyOf(parameters);
        this.query = query;
        this.undocumented = undocumented;
        this.body = body;
    }

    /** Compiles the checks of an operation. */
    public static RequestValidator of(Operation operation, Contract contract, Schemas schemas) {
        ShapeReader shapes = new ShapeReader();
        List<ParameterCheck> parameters = new ArrayList<>();
        for (Parameter parameter : operation.parameters()) {
            if (isChecked(parameter, operation)) {
                parameters.add(ParameterCheck.of(parameter, shapes, schemas, others(parameter, operation)));
            }
        }
        return new RequestValidator(
                SecurityCheck.of(operation, contract),
                parameters,
                operation.queryString().map(query -> QueryStringCheck.of(query, shapes, schemas)),
                UndocumentedQuery.of(operation, contract, shapes),
                operation.requestBody().map(body -> BodyCheck.of(body, shapes, schemas)));
    }

    /** A path parameter that the template does not name can never arrive, so that it is not demanded. */
    private static boolean isChecked(Parameter parameter, Operation operation) {
        return switch (parameter.in()) {
            case PATH -> operation.path().contains(parameter.name());
            case HEADER -> !NOT_PARAMETERS.contains(parameter.name().toLowerCase(Locale.ROOT));
            default -> true;
        };
    }

    private static Set<String> others(Parameter parameter, Operation operation) {
        return operation.parameters().stream()
                .filter(other -> !other.name().equals(parameter.name()) && other.in() == parameter.in())
                .map(Parameter::name)
                .collect(Collectors.toSet());
    }

    /**
     * Reads and checks a request.
     *
     * @param pathValues the values of the path's parameters by name, still encoded
     */
    public Validated validate(MockRequest request, Map<String, String> pathValues, Strictness strictness) {
        RawRequest raw = new RawRequest(request, pathValues);
        Optional<Validated> refusal = security.refusal(raw);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        List<Violation> violations = new ArrayList<>(0);
        Map<String, JsonNode> values = parameters.isEmpty() ? Map.of() : new LinkedHashMap<>();
        for (ParameterCheck check : parameters) {
            Optional<JsonNode> value = check.check(raw, violations::add);
            if (value.isPresent()) {
                values.put(check.parameter().pointer(), value.get());
            }
        }
        if (query.isPresent()) {
            query.get().check(request, violations::add);
        }
        if (strictness == Strictness.STRICT) {
            undocumented.check(raw, violations::add);
        }
        if (body.isEmpty()) {
            return new Validated(verdict(Verdict.VALID, violations), violations, List.of(), values, Optional.empty());
        }
        BodyCheck.Outcome outcome = body.get().check(raw, violations::add);
        return new Validated(verdict(outcome.verdict(), violations), violations, List.of(), values, outcome.value());
    }

    private static Verdict verdict(Verdict body, List<Violation> violations) {
        return body == Verdict.VALID && !violations.isEmpty() ? Verdict.INVALID : body;
    }
}
