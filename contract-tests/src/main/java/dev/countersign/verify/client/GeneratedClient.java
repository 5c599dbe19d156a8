package dev.countersign.verify.client;

import dev.countersign.client.ClientBuilder;
import dev.countersign.client.Credential;
import dev.countersign.verify.cases.Case;
import dev.countersign.verify.cases.Credentials;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The client that was generated from a contract, found on the class path by its name. Thread-safe.
 *
 * @param type for instance {@code dev.countersign.auth.AuthClient}
 * @param calls its operations, by the contract's identifiers
 */
public record GeneratedClient(Class<?> type, Map<String, GeneratedCall> calls) {
    private static final Set<String> NO_METHODS = Set.of("parameters", "servers");

    /**
     * Finds it.
     *
     * @param input {@code generator-input.json}, which it was generated from
     * @throws IllegalStateException when it is not on the class path, or its input is not there
     */
    public static GeneratedClient of(String packageName, String contractName, Path input) {
        if (!Files.exists(input)) {
            throw new IllegalStateException("there is no " + input + ", which the client is generated from");
        }
        Map<String, GeneratedCall> calls = new LinkedHashMap<>();
        JsonNode document = JsonMapper.shared().readTree(input);
        document.path("paths")
                .forEach(item -> item.properties().stream()
                        .filter(method -> !NO_METHODS.contains(method.getKey()))
                        .map(method -> method.getValue().path("x-operation"))
                        .filter(JsonNode::isObject)
                        .forEach(each -> calls.put(each.path("id").asString(), new GeneratedCall(each))));
        String name = packageName + "." + contractName + "Client";
        try {
            return new GeneratedClient(Class.forName(name), Map.copyOf(calls));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(
                    "the generated client " + name + " is not on the class path; generate and compile it first", e);
        }
    }

    /** Makes the call of a case with a new client. */
    CallResult call(URI server, Case conversation) {
        Credentials credentials = conversation.credentials();
        try (AutoCloseable client = at(server, credentials)) {
            return CallResult.of(() -> call(conversation).with(client, new Inputs(conversation)));
        } catch (Exception e) {
            return new CallResult.Broken(e);
        }
    }

    /**
     * How an operation is called.
     *
     * @throws IllegalStateException when the client has none of that name
     */
    GeneratedCall call(Case conversation) {
        GeneratedCall call = calls.get(conversation.operation().id());
        if (call == null) {
            throw new IllegalStateException("the generated client has no operation "
                    + conversation.operation().id());
        }
        return call;
    }

    private AutoCloseable at(URI server, Credentials credentials) throws ReflectiveOperationException {
        ClientBuilder<?> builder = (ClientBuilder<?>) type.getMethod("builder").invoke(null);
        builder.baseUrl(server.toString());
        credentials.secrets().forEach((scheme, secret) -> builder.credential(scheme, Credential.of(secret)));
        credentials.asHeaders().forEach(builder::header);
        return (AutoCloseable) builder.build();
    }
}
