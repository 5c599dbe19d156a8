package dev.countersign.client.generation;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.countersign.client.runtime.json.Json;
import dev.countersign.client.runtime.json.JsonType;
import dev.countersign.openapi.contract.Contract;
import dev.countersign.openapi.contract.Example;
import dev.countersign.openapi.contract.MediaTypeSpec;
import dev.countersign.openapi.contract.Operation;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** Reads every example of a contract into its generated type and writes it back: nothing may be lost or changed. */
final class RoundTrips {
    private static final JsonMapper TREES = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final Map<String, Class<?>> PLAIN = Map.of(
            "String", String.class,
            "Long", Long.class,
            "Integer", Integer.class,
            "Boolean", Boolean.class,
            "Double", Double.class,
            "BigDecimal", java.math.BigDecimal.class,
            "Object", Object.class,
            "UUID", java.util.UUID.class,
            "OffsetDateTime", java.time.OffsetDateTime.class,
            "LocalDate", java.time.LocalDate.class);

    private final GeneratedClient client;
    private final List<String> made = new ArrayList<>();
    private final List<String> losses = new ArrayList<>();

    private RoundTrips(GeneratedClient client) {
        this.client = client;
    }

    static RoundTrips of(GeneratedClient client, Contract contract) throws Exception {
        RoundTrips trips = new RoundTrips(client);
        for (var path : client.input().path("paths")) {
            ObjectNode described = (ObjectNode) path.iterator().next().path("x-operation");
            trips.of(contract.operation(described.path("id").stringValue()).orElseThrow(), described);
        }
        return trips;
    }

    /** The pointers of the examples that were read and written. */
    List<String> made() {
        return made;
    }

    /** What was lost or changed, example by example. */
    List<String> losses() {
        return losses;
    }

    private void of(Operation operation, ObjectNode described) throws Exception {
        for (MediaTypeSpec media :
                operation.requestBody().map(each -> each.content()).orElse(List.of())) {
            if (('"' + media.name() + '"')
                    .equals(described.path("bodyMediaType").stringValue())) {
                roundTrip(described.path("body").path("boxed").stringValue(), media);
            }
        }
        for (var response : operation.responses()) {
            String type = Stream.of("successes", "failures")
                    .flatMap(list -> described.path(list).valueStream())
                    .filter(row -> row.path("status").stringValue().equals(response.status()))
                    .findFirst()
                    .orElseThrow()
                    .path("type")
                    .stringValue();
            for (MediaTypeSpec media : response.content()) {
                if (media.name().contains("json")) {
                    roundTrip(type, media);
                }
            }
        }
    }

    private void roundTrip(String type, MediaTypeSpec media) throws Exception {
        for (Example example : media.examples()) {
            if (example.value().isPresent() && !type.equals("byte[]")) {
                String json = example.value().get().toString();
                Object read = Json.read(json.getBytes(StandardCharsets.UTF_8), type(type));
                JsonNode written = TREES.readTree(Json.write(read));
                made.add(example.pointer());
                if (!written.equals(TREES.readTree(json))) {
                    losses.add(example.pointer() + ": " + json + " became " + written);
                }
            }
        }
    }

    private JsonType<?> type(String name) throws ClassNotFoundException {
        if (name.startsWith("List<")) {
            return JsonType.list(type(name.substring("List<".length(), name.length() - 1)));
        }
        if (name.startsWith("Map<String, ")) {
            return JsonType.map(type(name.substring("Map<String, ".length(), name.length() - 1)));
        }
        Class<?> plain = PLAIN.get(name);
        return plain == null ? JsonType.of(client.model(name)) : JsonType.of(plain);
    }
}
