package dev.countersign.mock;

import dev.countersign.mock.exchange.Header;
import dev.countersign.mock.exchange.Headers;
import dev.countersign.mock.exchange.MockRequest;
import dev.countersign.openapi.contract.Operation;
import dev.countersign.openapi.contract.Parameter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A request before it is written: its parts can still be changed, one at a time, to see what becomes of it. */
public final class RequestDraft {
    public final Operation operation;
    public final Map<Parameter, JsonNode> values = new LinkedHashMap<>();
    public final List<Header> credentials = new ArrayList<>();
    final List<String> query = new ArrayList<>();
    public Optional<JsonNode> body = Optional.empty();
    public String contentType = "application/json";
    public String afterBody = "";

    RequestDraft(Operation operation) {
        this.operation = operation;
    }

    public MockRequest write() {
        // No fragment travels.
        String path = operation.path().replaceFirst("#.*", "");
        List<String> pairs = new ArrayList<>(query);
        List<Header> headers = new ArrayList<>(credentials);
        for (Map.Entry<Parameter, JsonNode> value : values.entrySet()) {
            Parameter parameter = value.getKey();
            String text = text(parameter, value.getValue());
            switch (parameter.in()) {
                case PATH -> path = path.replace("{" + parameter.name() + "}", text);
                case QUERY -> pairs.add(text);
                case HEADER -> headers.add(new Header(parameter.name(), text));
                case COOKIE -> headers.add(new Header("Cookie", text));
            }
        }
        body.ifPresent(any -> headers.add(new Header("Content-Type", contentType)));
        String text = body.map(value -> JsonMapper.shared().writeValueAsString(value) + afterBody)
                .orElse("");
        return new MockRequest(
                operation.method(),
                path,
                String.join("&", pairs),
                Headers.of(headers),
                text.getBytes(StandardCharsets.UTF_8));
    }

    /** A value in its style (OAS 3.1 section 4.8.12.4), the parameter's name included where the style has it. */
    static String text(Parameter parameter, JsonNode value) {
        String name = parameter.name();
        boolean header = parameter.in() == Parameter.In.HEADER;
        boolean explode = parameter.explode();
        if (parameter.content().isPresent()) {
            return header ? value.toString() : name + "=" + encode(value.toString());
        }
        List<String> items = items(value, header);
        List<String> pairs = pairs(value, "", "=", header);
        boolean object = value.isObject();
        return switch (parameter.style()) {
            case LABEL -> "." + String.join(explode ? "." : ",", object && explode ? pairs : items);
            case MATRIX ->
                object && explode
                        ? ";" + String.join(";", pairs)
                        : ";" + name + "=" + String.join(value.isArray() && explode ? ";" + name + "=" : ",", items);
            case SPACE_DELIMITED -> name + "=" + String.join("%20", items);
            case PIPE_DELIMITED -> name + "=" + String.join("|", items);
            case DEEP_OBJECT -> String.join("&", pairs(value, name + "[", "]=", false));
            case FORM ->
                object && explode
                        ? String.join("&", pairs)
                        : name + "=" + String.join(value.isArray() && explode ? "&" + name + "=" : ",", items);
            default -> String.join(",", object && explode ? pairs : items);
        };
    }

    /** The items of an array, the names and values of an object in turn, or the value alone. */
    private static List<String> items(JsonNode value, boolean header) {
        List<String> items = new ArrayList<>();
        if (value.isObject()) {
            value.properties().forEach(field -> {
                items.add(encode(field.getKey()));
                items.add(scalar(field.getValue(), header));
            });
        } else if (value.isArray()) {
            value.forEach(item -> items.add(scalar(item, header)));
        } else {
            items.add(scalar(value, header));
        }
        return items;
    }

    private static List<String> pairs(JsonNode value, String before, String between, boolean header) {
        return value.properties().stream()
                .map(field -> before + encode(field.getKey()) + between + scalar(field.getValue(), header))
                .collect(Collectors.toList());
    }

    private static String scalar(JsonNode value, boolean header) {
        return header ? value.asString() : encode(value.asString());
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
