package dev.countersign.verify.client;

import dev.countersign.client.ClientBuilder;
import dev.countersign.client.Credential;
import dev.countersign.client.ItemStream;
import dev.countersign.client.Page;
import dev.countersign.client.Pager;
import dev.countersign.verify.cases.Credentials;
import dev.countersign.verify.cases.TestCase;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
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
    CallResult call(URI server, TestCase testCase) {
        Credentials credentials = testCase.credentials();
        try (AutoCloseable client = at(server, credentials)) {
            return CallResult.of(() -> call(testCase).with(client, new Inputs(testCase)));
        } catch (Exception e) {
            return new CallResult.Broken(e);
        }
    }

    /**
     * The items of the first pages that a new client gets, written back to JSON.
     *
     * @param most how many pages
     * @throws IllegalStateException when the client cannot get them
     */
    List<List<JsonNode>> pages(URI server, TestCase testCase, int most) {
        List<List<JsonNode>> pages = new ArrayList<>();
        try (AutoCloseable client = at(server, testCase.credentials())) {
            Pager<?> pager = call(testCase).paged(client, new Inputs(testCase));
            for (Page<?> page : pager.pages()) {
                pages.add(page.items().stream().map(CallResult::json).toList());
                if (pages.size() == most) {
                    break;
                }
            }
            return pages;
        } catch (Exception e) {
            throw new IllegalStateException(
                    "the client failed after " + pages.size() + " pages of "
                            + testCase.operation().id() + ": " + e.getMessage(),
                    e);
        }
    }

    /** Whether the call of a case can be answered with a stream. */
    boolean isStream(TestCase testCase) {
        GeneratedCall call = calls.get(testCase.operation().id());
        return call != null && call.isStream();
    }

    /**
     * The items of the stream that a new client is answered with, written back to JSON.
     *
     * @param preference the preference (RFC 7240) that goes with the call
     * @throws IllegalStateException when the client cannot read them
     */
    List<JsonNode> items(URI server, TestCase testCase, String preference) {
        List<JsonNode> items = new ArrayList<>();
        try (AutoCloseable client = at(server, testCase.credentials(), Map.of("Prefer", preference));
                ItemStream<?> stream = call(testCase).stream(client, new Inputs(testCase))) {
            for (Object item : stream) {
                items.add(CallResult.json(item));
            }
            return items;
        } catch (Exception e) {
            throw new IllegalStateException(
                    "the client failed after " + items.size() + " items of "
                            + testCase.operation().id() + ": " + e.getMessage(),
                    e);
        }
    }

    /**
     * How an operation is called.
     *
     * @throws IllegalStateException when the client has none of that name
     */
    GeneratedCall call(TestCase testCase) {
        GeneratedCall call = calls.get(testCase.operation().id());
        if (call == null) {
            throw new IllegalStateException("the generated client has no operation "
                    + testCase.operation().id());
        }
        return call;
    }

    private AutoCloseable at(URI server, Credentials credentials) throws ReflectiveOperationException {
        return at(server, credentials, Map.of());
    }

    private AutoCloseable at(URI server, Credentials credentials, Map<String, String> headers)
            throws ReflectiveOperationException {
        ClientBuilder<?> builder = (ClientBuilder<?>) type.getMethod("builder").invoke(null);
        builder.baseUrl(server.toString());
        credentials.secrets().forEach((scheme, secret) -> builder.credential(scheme, Credential.of(secret)));
        credentials.asHeaders().forEach(builder::header);
        headers.forEach(builder::header);
        return (AutoCloseable) builder.build();
    }
}
