package dev.countersign.verify.client;

import dev.countersign.client.Binary;
import dev.countersign.client.ItemStream;
import dev.countersign.client.Pager;
import dev.countersign.client.runtime.json.JsonType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One operation of a generated client, called through its typed method. The generator's input says how the method and its
 * parameters are called; the types are those that the compiled method has.
 *
 * @param description the operation's {@code x-operation} in the generator's input
 */
record GeneratedCall(JsonNode description) {
    /** The simple name of the exception that stands for each documented error, by its status as the contract writes it. */
    Map<String, String> exceptions() {
        return description
                .path("failures")
                .valueStream()
                .collect(Collectors.toMap(
                        failure -> failure.path("status").asString(),
                        failure -> failure.path("exception").asString("ApiException"),
                        (first, second) -> second));
    }

    /** Calls it with the values of a case; null when the operation returns no value. */
    @Nullable Object with(Object client, Inputs inputs) throws Exception {
        return call(view(client, text("accessor")), inputs);
    }

    /** The pages that begin with the values of a case. */
    Pager<?> paged(Object client, Inputs inputs) throws Exception {
        View facade = view(client, text("accessor"));
        Object pager = call(view(facade.object(), "paged"), inputs);
        return (Pager<?>) Objects.requireNonNull(pager);
    }

    /** Whether it can be answered with a stream. */
    boolean isStream() {
        return isStreamToo() || text("returnsBoxed").matches("(Event|Item)Stream<.*");
    }

    /** Whether a stream is one of several forms that its answer can have. */
    private boolean isStreamToo() {
        return description.path("streams").asBoolean(false);
    }

    /** The stream that the values of a case are answered with. */
    ItemStream<?> stream(Object client, Inputs inputs) throws Exception {
        View facade = view(client, text("accessor"));
        Object stream = call(isStreamToo() ? view(facade.object(), "streaming") : facade, inputs);
        return (ItemStream<?>) Objects.requireNonNull(stream);
    }

    /** What has the methods of a group, by the interface that declares them. */
    private record View(Object object, Class<?> type) {}

    private static View view(Object of, String accessor) throws Exception {
        Method method = method(of.getClass(), accessor, 0);
        return new View(Objects.requireNonNull(invoke(of, method)), method.getReturnType());
    }

    private @Nullable Object call(View view, Inputs inputs) throws Exception {
        List<JsonNode> required = description.path("required").valueStream().toList();
        boolean hasOptional = description.path("hasOptional").asBoolean(false);
        Method method = method(view.type(), text("name"), required.size() + (hasOptional ? 1 : 0));
        List<@Nullable Object> arguments = new ArrayList<>();
        for (int i = 0; i < required.size(); i++) {
            arguments.add(value(required.get(i), method.getGenericParameterTypes()[i], inputs));
        }
        if (hasOptional) {
            arguments.add(optional(method.getParameterTypes()[required.size()], inputs));
        }
        return invoke(view.object(), method, arguments.toArray());
    }

    private @Nullable Object optional(Class<?> parameters, Inputs inputs) throws Exception {
        Object builder = parameters.getMethod("builder").invoke(null);
        for (JsonNode parameter : description.path("optional")) {
            if (has(parameter, inputs)) {
                Method setter =
                        setter(builder.getClass(), parameter.path("java").asString());
                invoke(builder, setter, value(parameter, setter.getGenericParameterTypes()[0], inputs));
            }
        }
        return invoke(builder, method(builder.getClass(), "build", 0));
    }

    private static boolean has(JsonNode parameter, Inputs inputs) {
        return parameter.path("isBody").asBoolean(false)
                ? inputs.hasBody()
                : inputs.has(
                        parameter.path("in").asString(), parameter.path("wire").asString());
    }

    private @Nullable Object value(JsonNode parameter, Type type, Inputs inputs) throws Exception {
        if (!parameter.path("isBody").asBoolean(false)) {
            return inputs.parameter(
                    parameter.path("in").asString(), parameter.path("wire").asString(), json(type));
        }
        return switch (text("bodyFactory")) {
            case "bytes" -> type == Binary.class ? Binary.of(inputs.bytes()) : inputs.bytes();
            case "text" -> new String(inputs.bytes(), StandardCharsets.UTF_8);
            default -> inputs.body(json(type));
        };
    }

    /** The types of a generated method are classes, lists and maps by names, of each other. */
    private static JsonType<?> json(Type type) {
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            return generic.getRawType() == Map.class
                    ? JsonType.map(json(arguments[1]))
                    : JsonType.list(json(arguments[0]));
        }
        return JsonType.of((Class<?>) type);
    }

    /** The one that takes the value itself; there is another for an {@code Optional}. */
    private static Method setter(Class<?> builder, String name) throws NoSuchMethodException {
        return Stream.of(builder.getMethods())
                .filter(method -> method.getName().equals(name) && method.getParameterCount() == 1)
                .filter(method -> method.getParameterTypes()[0] != Optional.class)
                .findFirst()
                .orElseThrow(() -> new NoSuchMethodException("the generated builder has no method " + name));
    }

    private static Method method(Class<?> type, String name, int parameters) throws NoSuchMethodException {
        return Stream.of(type.getMethods())
                .filter(method -> method.getName().equals(name) && method.getParameterCount() == parameters)
                .filter(method -> !method.isBridge())
                .findFirst()
                .orElseThrow(() -> new NoSuchMethodException(
                        "the generated client has no method " + type.getSimpleName() + "." + name));
    }

    private static @Nullable Object invoke(Object target, Method method, @Nullable Object... arguments)
            throws Exception {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }

    private String text(String field) {
        return description.path(field).asString();
    }
}
