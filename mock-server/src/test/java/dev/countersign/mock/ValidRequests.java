package dev.countersign.mock;

import static dev.countersign.openapi.schema.Direction.REQUEST;

import dev.countersign.mock.exchange.Header;
import dev.countersign.mock.exchange.MediaType;
import dev.countersign.mock.exchange.MockRequest;
import dev.countersign.mock.sample.SampleGenerator;
import dev.countersign.openapi.contract.Contract;
import dev.countersign.openapi.contract.MediaTypeSpec;
import dev.countersign.openapi.contract.Operation;
import dev.countersign.openapi.contract.Parameter;
import dev.countersign.openapi.contract.SchemaNode;
import dev.countersign.openapi.contract.SecurityRequirement;
import dev.countersign.openapi.contract.SecurityScheme;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Makes requests that fit their operation: required parameters, credentials, and a JSON body where there is one. */
public final class ValidRequests {
    private final Contract contract;
    private final SampleGenerator samples;

    public ValidRequests(Contract contract) {
        this.contract = contract;
        this.samples = SampleGenerator.of(contract);
    }

    MockRequest of(Operation operation, long seed) {
        return draft(operation, seed).write();
    }

    public RequestDraft draft(Operation operation, long seed) {
        RequestDraft draft = new RequestDraft(operation);
        for (Parameter parameter : operation.parameters()) {
            if (parameter.required()) {
                draft.values.put(parameter, value(parameter, seed));
            }
        }
        operation.security().stream().findFirst().ifPresent(requirement -> credentials(requirement, draft));
        draft.body = body(operation, seed);
        json(operation).ifPresent(type -> draft.contentType = type.name());
        return draft;
    }

    Optional<JsonNode> body(Operation operation, long seed) {
        return json(operation).flatMap(MediaTypeSpec::schema).map(schema -> samples.sample(schema, REQUEST, seed));
    }

    private static Optional<MediaTypeSpec> json(Operation operation) {
        return operation.requestBody().stream()
                .flatMap(body -> body.content().stream())
                .filter(type ->
                        MediaType.parse(type.name()).filter(MediaType::isJson).isPresent())
                .filter(type -> type.schema().isPresent())
                .findFirst();
    }

    public JsonNode value(Parameter parameter, long seed) {
        SchemaNode schema = parameter
                .schema()
                .or(() -> parameter.content().flatMap(MediaTypeSpec::schema))
                .orElseThrow();
        return samples.sample(schema, REQUEST, seed);
    }

    private void credentials(SecurityRequirement requirement, RequestDraft draft) {
        for (String name : requirement.schemes().keySet()) {
            SecurityScheme scheme = contract.securitySchemes().get(name);
            if (scheme instanceof SecurityScheme.ApiKey key) {
                switch (key.in()) {
                    case QUERY -> draft.query.add(key.name() + "=a-key");
                    case COOKIE -> draft.credentials.add(new Header("Cookie", key.name() + "=a-key"));
                    default -> draft.credentials.add(new Header(key.name(), "a-key"));
                }
            } else if (scheme instanceof SecurityScheme.Http http) {
                String value = http.scheme().equals("basic") ? "dXNlcjpzZWNyZXQ=" : "a-token";
                draft.credentials.add(new Header("Authorization", http.scheme() + " " + value));
            } else {
                draft.credentials.add(new Header("Authorization", "Bearer token"));
            }
        }
    }
}
