package dev.countersign.verify.release;

import dev.countersign.openapi.contract.Contract;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.openapitools.openapidiff.core.OpenApiCompare;
import org.openapitools.openapidiff.core.compare.OpenApiDiffOptions;
import org.openapitools.openapidiff.core.model.Changed;
import org.openapitools.openapidiff.core.model.ChangedOpenApi;
import org.openapitools.openapidiff.core.model.ChangedOperation;

/** A second opinion on what breaks consumers, by openapi-diff. It knows OpenAPI 3.0 only, and is given that. */
final class OpenApiDiff {
    private static final OpenApiDiffOptions STRICT = OpenApiDiffOptions.builder()
            .configProperty("incompatible.request.min.length.increased", "true")
            .configProperty("incompatible.response.min.length.increased", "true")
            .configProperty("incompatible.response.numeric.range.increased", "true")
            .build();

    private OpenApiDiff() {}

    /**
     * What it calls incompatible: one change for each such operation.
     *
     * @throws IllegalStateException when it cannot read one of the documents, which says nothing about the contract
     */
    static List<Change> breaks(Contract released, Contract current) {
        ChangedOpenApi verdict;
        try {
            verdict = OpenApiCompare.fromContents(
                    OpenApi30.of(released.document()), OpenApi30.of(current.document()), List.of(), STRICT);
        } catch (RuntimeException e) {
            throw new IllegalStateException("openapi-diff cannot compare these documents: " + e.getClass(), e);
        }
        List<Change> breaks = new ArrayList<>();
        verdict.getMissingEndpoints()
                .forEach(e -> breaks.add(change(released, e.getMethod() + " " + e.getPathUrl(), "it is gone")));
        verdict.getChangedOperations().stream()
                .filter(Changed::isIncompatible)
                .forEach(o -> breaks.add(change(released, o.getHttpMethod() + " " + o.getPathUrl(), parts(o))));
        return breaks;
    }

    private static Change change(Contract released, String endpoint, String what) {
        String id = released.operations().stream()
                .filter(operation -> (operation.method() + " " + operation.path()).equals(endpoint))
                .map(dev.countersign.openapi.contract.Operation::id)
                .findFirst()
                .orElse(endpoint);
        return new Change(true, id, endpoint, "", "openapi-diff says: " + what, "compare both documents");
    }

    private static String parts(ChangedOperation operation) {
        Map<String, Changed> parts = new LinkedHashMap<>();
        parts.put("parameters", operation.getParameters());
        parts.put("request body", operation.getRequestBody());
        parts.put("answers", operation.getApiResponses());
        parts.put("security", operation.getSecurityRequirements());
        return parts.entrySet().stream()
                .filter(part -> part.getValue() != null && part.getValue().isIncompatible())
                .map(Map.Entry::getKey)
                .collect(Collectors.joining(", ", "incompatible ", ""));
    }
}
