package dev.countersign.verify.client;

import dev.countersign.client.ApiException;
import dev.countersign.client.Binary;
import dev.countersign.client.ItemStream;
import dev.countersign.client.ServerSentEvent;
import dev.countersign.client.runtime.json.Json;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** How a typed call ended. */
sealed interface CallResult {
    /** Reads what the client writes, without losing a digit. */
    ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /**
     * The client returned.
     *
     * @param body the typed value written back to JSON; absent when it returned none
     */
    record Returned(Optional<JsonNode> body) implements CallResult {}

    /** The client returned a stream, of which nothing was read: what a pact says of it is no stream. */
    record Streaming() implements CallResult {}

    /**
     * The client threw what stands for an answer.
     *
     * @param exception the simple name of its class
     * @param body the typed error written back to JSON; absent when the exception holds none
     */
    record Refused(String exception, int status, Optional<JsonNode> body) implements CallResult {}

    /** The client threw anything else. */
    record Broken(Exception cause) implements CallResult {}

    /** Makes a call. */
    static CallResult of(Callable<@Nullable Object> call) {
        try {
            Object value = call.call();
            if (value instanceof ItemStream<?> stream) {
                stream.close();
                return new Streaming();
            }
            return new Returned(value == null ? Optional.empty() : Optional.of(json(value)));
        } catch (ApiException e) {
            return refused(e);
        } catch (Exception e) {
            return new Broken(e);
        }
    }

    private static CallResult refused(ApiException e) {
        try {
            Object error = e.getClass() == ApiException.class
                    ? null
                    : e.getClass().getMethod("error").invoke(e);
            return new Refused(
                    e.getClass().getSimpleName(),
                    e.status(),
                    error == null ? Optional.empty() : Optional.of(json(error)));
        } catch (ReflectiveOperationException unreadable) {
            return new Broken(unreadable);
        }
    }

    /** What a typed value is written as. */
    static JsonNode json(Object value) {
        if (value instanceof ServerSentEvent<?> event) {
            ObjectNode fields = JsonNodeFactory.instance.objectNode();
            fields.put("event", event.event()).put("id", event.id()).set("data", json(event.data()));
            event.retry().ifPresent(retry -> fields.put("retry", retry.toMillis()));
            return fields;
        }
        if (value instanceof Binary binary) {
            return JsonNodeFactory.instance.binaryNode(binary.bytes());
        }
        return value instanceof byte[] bytes
                ? JsonNodeFactory.instance.binaryNode(bytes)
                : JSON.readTree(Json.write(value));
    }
}
