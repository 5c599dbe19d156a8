package dev.countersign.mock.pact;

import dev.countersign.mock.Mock;
import dev.countersign.mock.exchange.MediaType;
import dev.countersign.mock.exchange.MockRequest;
import dev.countersign.mock.exchange.Pair;
import dev.countersign.mock.exchange.PercentEncoding;
import dev.countersign.mock.explain.Explanation;
import dev.countersign.mock.mask.SecretMask;
import dev.countersign.mock.validate.Validated;
import dev.countersign.openapi.contract.MediaTypeSpec;
import dev.countersign.openapi.contract.Operation;
import dev.countersign.openapi.contract.Parameter;
import dev.countersign.openapi.json.JsonTree;
import dev.countersign.openapi.json.Pointer;
import dev.countersign.openapi.schema.Direction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A request as a pact has it: what the contract speaks of, with the contract's examples in place of secrets. */
final class PactRequest {
    private final Mock mock;
    private final Operation operation;
    private final Explanation exchange;
    private final PactCredentials credentials;

    PactRequest(Mock mock, Operation operation, Explanation exchange) {
        this.mock = mock;
        this.operation = operation;
        this.exchange = exchange;
        this.credentials = new PactCredentials(mock.contract(), operation);
    }

    /** Absent when the body holds secrets that cannot be replaced. */
    Optional<ObjectNode> json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("method", exchange.request().method());
        json.put("path", path());
        query().ifPresent(query -> json.set("query", query));
        ObjectNode headers = headers();
        if (!headers.isEmpty()) {
            json.set("headers", headers);
        }
        if (exchange.request().body().length == 0) {
            return Optional.of(json);
        }
        return body().map(body -> {
            json.set("body", body);
            return json;
        });
    }

    /** Without the base path of a server, which is the provider's own affair. */
    private String path() {
        List<String> template = segments(operation.path().split("#", 2)[0]);
        List<String> sent = segments(exchange.request().path());
        int base = Math.max(0, sent.size() - template.size());
        List<String> path = new ArrayList<>();
        for (int i = base; i < sent.size(); i++) {
            path.add(segment(template.get(i - base), sent.get(i)));
        }
        return String.join("/", path);
    }

    /** The first is empty, as a path begins with a slash. */
    private static List<String> segments(String path) {
        return List.of(path.split("/", -1));
    }

    private String segment(String template, String sent) {
        return template.startsWith("{") && template.endsWith("}")
                ? secret(Parameter.In.PATH, template.substring(1, template.length() - 1))
                        .map(PercentEncoding::encode)
                        .orElse(sent)
                : template.contains("{") ? sent : template;
    }

    private Optional<ObjectNode> query() {
        ObjectNode query = JsonNodeFactory.instance.objectNode();
        for (Pair pair : Pair.parse(exchange.request().query())) {
            if (!pair.name().startsWith(MockRequest.RESERVED_PREFIX)) {
                query.withArray(Pointer.child("", pair.name()))
                        .add(secret(Parameter.In.QUERY, pair.name()).orElseGet(pair::value));
            }
        }
        return query.isEmpty() ? Optional.empty() : Optional.of(query);
    }

    /** A browser sends many more, of which the contract says nothing. */
    private ObjectNode headers() {
        ObjectNode headers = JsonNodeFactory.instance.objectNode();
        Stream.concat(
                        Stream.of("Accept", "Content-Type"),
                        operation.parameters().stream()
                                .filter(parameter -> parameter.in() == Parameter.In.HEADER)
                                .map(Parameter::name))
                .forEach(name -> header(name)
                        .ifPresent(value -> headers.putArray(name)
                                .add(secret(Parameter.In.HEADER, name).orElse(value))));
        exchange.request().headers().fields().stream()
                .filter(field -> credentials.isKey(Parameter.In.HEADER, field.name()))
                .forEach(field -> headers.putArray(field.name()).add(PactCredentials.KEY));
        header("Authorization")
                .filter(value -> credentials.isAuthorized())
                .ifPresent(value -> headers.putArray("Authorization").add(PactCredentials.masked(value)));
        String cookies = exchange.request().headers().all("Cookie").stream()
                .flatMap(field -> Stream.of(field.split(";", -1)))
                .map(String::strip)
                .flatMap(pair -> cookie(pair).stream())
                .collect(Collectors.joining("; "));
        if (!cookies.isEmpty()) {
            headers.putArray("Cookie").add(cookies);
        }
        return headers;
    }

    private Optional<String> header(String name) {
        return exchange.request().headers().first(name);
    }

    private Optional<String> cookie(String pair) {
        String name = pair.split("=", 2)[0];
        boolean documented = operation.parameters().stream()
                .anyMatch(
                        each -> each.in() == Parameter.In.COOKIE && each.name().equals(name));
        Optional<String> masked = secret(Parameter.In.COOKIE, name).map(value -> name + "=" + value);
        return masked.or(() -> documented ? Optional.of(pair) : Optional.empty());
    }

    /** What takes the place of a parameter's value; absent when that is no secret. */
    private Optional<String> secret(Parameter.In in, String name) {
        if (credentials.isKey(in, name)) {
            return Optional.of(PactCredentials.KEY);
        }
        return operation.parameters().stream()
                .filter(each -> each.in() == in
                        && (in == Parameter.In.HEADER
                                ? each.name().equalsIgnoreCase(name)
                                : each.name().equals(name)))
                .flatMap(each -> each.schema().stream())
                .filter(schema -> schema.isSecret())
                .map(schema -> text(mock.sample(schema, Direction.REQUEST)))
                .findFirst();
    }

    private Optional<ObjectNode> body() {
        String contentType = header("Content-Type").orElse("application/octet-stream");
        byte[] bytes = exchange.request().body();
        Optional<JsonNode> value = value(contentType);
        if (value.isEmpty()) {
            // What was not looked at, as a credential was missing, may hold anything.
            boolean looked = exchange.validated().filter(Validated::isValid).isPresent();
            return looked ? Optional.of(PactBody.ofBytes(bytes, contentType)) : Optional.empty();
        }
        JsonNode masked = masked(value.get());
        Optional<MediaType> type = MediaType.parse(contentType);
        if (type.filter(MediaType::isJson).isPresent()) {
            return Optional.of(PactBody.ofJson(masked, contentType));
        }
        if (masked.equals(value.get())) {
            return Optional.of(PactBody.ofBytes(bytes, contentType));
        }
        return type.filter(each -> each.subtype().equals("x-www-form-urlencoded"))
                        .isPresent()
                ? Optional.of(PactBody.ofText(
                        form(new String(bytes, StandardCharsets.UTF_8), value.get(), masked), contentType))
                : Optional.empty();
    }

    private Optional<JsonNode> value(String contentType) {
        boolean json = MediaType.parse(contentType).filter(MediaType::isJson).isPresent();
        return exchange.validated()
                .flatMap(Validated::body)
                .or(() -> json ? JsonTree.of(exchange.request().body()) : Optional.empty());
    }

    private JsonNode masked(JsonNode value) {
        return exchange.documentedBody()
                .flatMap(MediaTypeSpec::schema)
                .map(schema -> SecretMask.keeping(each -> mock.sample(each, Direction.REQUEST))
                        .mask(value, schema))
                .orElse(value);
    }

    private static String form(String sent, JsonNode value, JsonNode masked) {
        return Stream.of(sent.split("&", -1))
                .map(pair -> {
                    String name = PercentEncoding.decodeForm(pair.split("=", 2)[0]);
                    return value.path(name).equals(masked.path(name))
                            ? pair
                            : PercentEncoding.encode(name) + "=" + PercentEncoding.encode(text(masked.path(name)));
                })
                .collect(Collectors.joining("&"));
    }

    private static String text(JsonNode value) {
        return value.isString() ? value.asString() : value.toString();
    }
}
