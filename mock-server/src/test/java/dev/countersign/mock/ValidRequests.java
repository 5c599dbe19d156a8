package dev.countersign.mock;

import dev.countersign.mock.exchange.Header;
import dev.countersign.mock.exchange.Headers;
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
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Makes requests that fit their operation: required parameters, credentials, and a JSON body where there is one. */
final class ValidRequests {
    private final Contract contract;
    private final SampleGenerator samples;

    ValidRequests(Contract contract) {
        this.contract = contract;
        this.samples = SampleGenerator.of(contract);
    }

    MockRequest of(Operation operation, long seed) {
        String path = operation.path();
        List<String> query = new ArrayList<>();
        List<Header> headers = new ArrayList<>();
        for (Parameter parameter : operation.parameters()) {
            if (parameter.required()) {
                String text = text(parameter, value(parameter, seed));
                switch (parameter.in()) {
                    case PATH -> path = path.replace("{" + parameter.name() + "}", text);
                    case QUERY -> query.add(text);
                    case HEADER -> headers.add(new Header(parameter.name(), text));
                    case COOKIE -> headers.add(new Header("Cookie", parameter.name() + "=" + text));
                }
            }
        }
        operation.security().stream().findFirst().ifPresent(requirement -> credentials(requirement, headers));
        Optional<JsonNode> body = body(operation, seed);
        body.ifPresent(value -> headers.add(new Header("Content-Type", "application/json")));
        byte[] bytes = body.map(JsonMapper.shared()::writeValueAsBytes).orElse(new byte[0]);
        return new MockRequest(operation.method(), path, String.join("&", query), Headers.of(headers), bytes);
    }

    Optional<JsonNode> body(Operation operation, long seed) {
        return operation.requestBody().stream()
                .flatMap(body -> body.content().stream())
                .filter(type -> MediaType.parse(type.name()).orElseThrow().isJson())
                .flatMap(type -> type.schema().stream())
                .findFirst()
                .map(schema -> samples.sample(schema, Direction.REQUEST, seed));
    }

    private JsonNode value(Parameter parameter, long seed) {
        SchemaNode schema = parameter
                .schema()
                .or(() -> parameter.content().flatMap(MediaTypeSpec::schema))
                .orElseThrow();
        return samples.sample(schema, Direction.REQUEST, seed);
    }

    private static String text(Parameter parameter, JsonNode value) {
        String name = parameter.name();
        if (parameter.content().isPresent()) {
            return name + "=" + encode(value.toString());
        }
        List<String> items = value.isArray()
                ? value.valueStream().map(item -> encode(item.asString())).toList()
                : List.of(encode(value.asString()));
        return switch (parameter.style()) {
            case LABEL -> "." + String.join(parameter.explode() ? "." : ",", items);
            case MATRIX -> ";" + name + "=" + String.join(",", items);
            case SPACE_DELIMITED -> name + "=" + String.join("%20", items);
            case PIPE_DELIMITED -> name + "=" + String.join("|", items);
            case FORM ->
                parameter.in() == Parameter.In.COOKIE
                        ? String.join(",", items)
                        : parameter.explode()
                                ? items.stream().map(item -> name + "=" + item).collect(Collectors.joining("&"))
                                : name + "=" + String.join(",", items);
            default -> String.join(",", items);
        };
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
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
