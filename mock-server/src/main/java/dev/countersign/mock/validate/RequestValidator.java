package dev.countersign.mock.validate;

import dev.countersign.mock.exchange.MockRequest;
import dev.countersign.mock.validate.Validated.Verdict;
import dev.countersign.openapi.contract.Contract;
import dev.countersign.openapi.contract.Operation;
import dev.countersign.openapi.contract.Parameter;
import dev.countersign.openapi.contract.Parameter.In;
import dev.countersign.openapi.schema.Schemas;
import dev.countersign.openapi.schema.format.BudgetExceededException;
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
        ExpectedTypes expectedTypes = new ExpectedTypes();
        List<ParameterCheck> parameters = new ArrayList<>();
        for (Parameter parameter : operation.parameters()) {
            if (parameter.in() != In.HEADER
                    || !NOT_PARAMETERS.contains(parameter.name().toLowerCase(Locale.ROOT))) {
                parameters.add(ParameterCheck.of(parameter, expectedTypes, schemas, others(parameter, operation)));
            }
        }
        return new RequestValidator(
                SecurityCheck.of(operation, contract),
                parameters,
                operation.queryString().map(query -> QueryStringCheck.of(query, expectedTypes, schemas)),
                UndocumentedQuery.of(operation, contract, expectedTypes),
                operation.requestBody().map(body -> BodyCheck.of(body, expectedTypes, schemas)));
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
        return validate(request, pathValues, strictness, BearerTokens.UNKNOWN);
    }

    /**
     * The same.
     *
     * @param tokens what is known about bearer tokens
     */
    public Validated validate(
            MockRequest request, Map<String, String> pathValues, Strictness strictness, BearerTokens tokens) {
        RawRequest raw = new RawRequest(request, pathValues);
        Optional<Validated> refusal = security.refusal(raw, tokens);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        Violations violations = new Violations();
        Map<String, JsonNode> values = parameters.isEmpty() ? Map.of() : new LinkedHashMap<>();
        int checked = 0;
        try {
            for (; checked < parameters.size(); checked++) {
                ParameterCheck check = parameters.get(checked);
                Optional<JsonNode> value = check.check(raw, strictness, violations);
                if (value.isPresent()) {
                    values.put(check.parameter().pointer(), value.get());
                }
            }
            if (query.isPresent()) {
                query.get().check(raw, strictness, violations);
            }
            if (strictness == Strictness.STRICT) {
                undocumented.check(raw, violations);
            }
            BodyCheck.Outcome outcome =
                    body.isPresent() ? body.get().check(raw, strictness, violations) : BodyCheck.NOTHING;
            return validated(verdict(outcome.verdict(), violations), violations, values, outcome.value());
        } catch (BudgetExceededException tooMuch) {
            violations.add(
                    checked < parameters.size()
                            ? parameters.get(checked).violation("", Violation.TOO_EXPENSIVE, "")
                            : new Violation(Violation.In.BODY, "", "", Violation.TOO_EXPENSIVE, ""));
            return validated(Verdict.TOO_EXPENSIVE, violations, values, BodyValue.NONE);
        }
    }

    private static Validated validated(
            Verdict verdict, Violations violations, Map<String, JsonNode> values, BodyValue body) {
        return new Validated(verdict, violations.all(), violations.notes(), List.of(), values, body);
    }

    private static Verdict verdict(Verdict body, Violations violations) {
        return body == Verdict.VALID && !violations.isEmpty() ? Verdict.INVALID : body;
    }
}
