package dev.countersign.mock;

import dev.countersign.mock.exchange.Header;
import dev.countersign.mock.exchange.MediaType;
import dev.countersign.mock.exchange.MockRequest;
import dev.countersign.mock.sample.SampleGenerator;
import dev.countersign.openapi.Contract;
import dev.countersign.openapi.MediaTypeSpec;
import dev.countersign.openapi.Operation;
import dev.countersign.openapi.Parameter;
import dev.countersign.openapi.SchemaNode;
import dev.countersign.openapi.SecurityRequirement;
import dev.countersign.openapi.SecurityScheme;
import dev.countersign.openapi.schema.Direction;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Makes requests that fit their operation: required parameters, credentials, and a JSON body where there is one. */
final class ValidRequests {
    private final Contract contract;
    private final SampleGenerator samples;

    ValidRequests(Contract contract) {
        this.contract = contract;
        this.samples = SampleGenerator.of(contract);
    }

    MockRequest of(Operation operation, long seed) {
        return draft(operation, seed).write();
    }

    RequestDraft draft(Operation operation, long seed) {
        RequestDraft draft = new RequestDraft(operation);
        for (Parameter parameter : operation.parameters()) {
            if (parameter.required()) {
                draft.values.put(parameter, value(parameter, seed));
            }
        }
        operation.security().stream().findFirst().ifPresent(requirement -> credentials(requirement, draft.credentials));
        draft.body = body(operation, seed);
        return draft;
    }

    Optional<JsonNode> body(Operation operation, long seed) {
        return operation.requestBody().stream()
                .flatMap(body -> body.content().stream())
                .filter(type -> MediaType.parse(type.name()).orElseThrow().isJson())
                .flatMap(type -> type.schema().stream())
                .findFirst()
                .map(schema -> samples.sample(schema, Direction.REQUEST, seed));
    }

    JsonNode value(Parameter parameter, long seed) {
        SchemaNode schema = parameter
                .schema()
                .or(() -> parameter.content().flatMap(MediaTypeSpec::schema))
                .orElseThrow();
        return samples.sample(schema, Direction.REQUEST, seed);
    }

    private void credentials(SecurityRequirement requirement, List<Header> headers) {
        for (String name : requirement.schemes().keySet()) {
            if (contract.securitySchemes().get(name) instanceof SecurityScheme.ApiKey key) {
                headers.add(new Header(key.name(), "a-key"));
            } else {
                headers.add(new Header("Authorization", "Bearer token"));
            }
        }
    }
}
