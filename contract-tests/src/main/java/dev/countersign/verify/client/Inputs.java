package dev.countersign.verify.client;

import dev.countersign.client.runtime.json.Json;
import dev.countersign.client.runtime.json.JsonType;
import dev.countersign.verify.cases.Argument;
import dev.countersign.verify.cases.Body;
import dev.countersign.verify.cases.TestCase;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a case sends, as the types that the generated client asks for. */
final class Inputs {
    private final TestCase testCase;

    Inputs(TestCase testCase) {
        this.testCase = testCase;
    }

    /** Whether the case gives this parameter a value. */
    boolean has(String in, String name) {
        return find(in, name).isPresent();
    }

    /** Whether the case sends a body. */
    boolean hasBody() {
        return testCase.body().isPresent();
    }

    /** A parameter's value. */
    <T> @Nullable T parameter(String in, String name, JsonType<T> type) throws Exception {
        JsonNode value = find(in, name)
                .orElseThrow(() -> new IllegalStateException(
                        testCase.name() + ": the contract gives no value to " + in + " parameter " + name));
        return read(value, type);
    }

    /** The body's value. */
    <T> @Nullable T body(JsonType<T> type) throws Exception {
        return read(sent().value(), type);
    }

    /** The body's bytes, as they travel. */
    byte[] bytes() {
        return sent().octets();
    }

    private Body sent() {
        return testCase.body()
                .orElseThrow(() -> new IllegalStateException(testCase.name() + ": the contract gives no body"));
    }

    private static <T> @Nullable T read(JsonNode value, JsonType<T> type) throws Exception {
        return Json.read(value.toString().getBytes(StandardCharsets.UTF_8), type);
    }

    private Optional<JsonNode> find(String in, String name) {
        return testCase.arguments().stream()
                .filter(argument -> argument.parameter().name().equals(name))
                .filter(argument -> argument.parameter()
                        .in()
                        .name()
                        .toLowerCase(Locale.ROOT)
                        .equals(in))
                .map(Argument::value)
                .findFirst();
    }
}
