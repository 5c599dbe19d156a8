package dev.countersign.verify.pact;

import au.com.dius.pact.core.model.Consumer;
import au.com.dius.pact.core.model.Interaction;
import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.model.Provider;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.support.Json;
import au.com.dius.pact.core.support.json.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.TreeMap;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.core.util.Separators.Spacing;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A V4 pact of the generated client with any provider of its contract. Interactions keep the order in which they are
 * given, so that the same contract always gives the same bytes.
 */
public final class ContractPact {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final PrettyPrinter LAYOUT = new DefaultPrettyPrinter(Separators.createDefaultInstance()
                    .withObjectNameValueSpacing(Spacing.AFTER)
                    .withObjectEmptySeparator("")
                    .withArrayEmptySeparator(""))
            .withObjectIndenter(new DefaultIndenter("  ", "\n"))
            .withArrayIndenter(new DefaultIndenter("  ", "\n"));

    private final Consumer consumer;
    private final Provider provider;

    /**
     * Names both sides.
     *
     * @param consumerName for instance {@code LibraryClient}
     * @param providerName for instance {@code Library}
     */
    public ContractPact(String consumerName, String providerName) {
        consumer = new Consumer(consumerName);
        provider = new Provider(providerName);
    }

    /** The name of the providing side. */
    public String provider() {
        return provider.getName();
    }

    /** The name of the consuming side. */
    public String consumer() {
        return consumer.getName();
    }

    /** A pact of these interactions. */
    public V4Pact of(List<? extends Interaction> interactions) {
        return new V4Pact(consumer, provider, new ArrayList<>(interactions));
    }

    /** The pact of these interactions, as its file has it. */
    public JsonNode json(List<? extends Interaction> interactions) {
        JsonNode pact = tree(Json.toJson(of(interactions).sortInteractions().toMap(PactSpecVersion.V4)));
        for (JsonNode interaction : pact.path("interactions")) {
            escape(interaction.at("/request/body"));
            escape(interaction.at("/response/body"));
        }
        return pact;
    }

    /** Pact does not escape the names of a body's members when it reads a pact; in Base64 it leaves them alone. */
    private static void escape(JsonNode body) {
        JsonNode content = body.path("content");
        if (content.isContainer() && hasEscapedName(content)) {
            byte[] text = content.toString().getBytes(StandardCharsets.UTF_8);
            ((ObjectNode) body)
                    .put("content", Base64.getEncoder().encodeToString(text))
                    .put("encoded", "base64");
        }
    }

    private static boolean hasEscapedName(JsonNode value) {
        return value.propertyNames().stream()
                        .anyMatch(name -> name.chars().anyMatch(c -> c < ' ' || c == '"' || c == '\\'))
                || value.valueStream().anyMatch(ContractPact::hasEscapedName);
    }

    /** Nor does its own writer. */
    private static JsonNode tree(JsonValue value) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        if (value instanceof JsonValue.Object object) {
            ObjectNode all = nodes.objectNode();
            new TreeMap<>(object.getEntries()).forEach((name, member) -> all.set(name, tree(member)));
            return all;
        }
        if (value instanceof JsonValue.Array array) {
            ArrayNode all = nodes.arrayNode();
            array.getValues().forEach(element -> all.add(tree(element)));
            return all;
        }
        return value instanceof JsonValue.StringValue text
                ? nodes.stringNode(text.asString())
                : JSON.readTree(value.serialise());
    }

    /** Writes the pact of these interactions, over a file that is there already. */
    public void write(Path file, List<? extends Interaction> interactions) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, JSON.writer().with(LAYOUT).writeValueAsString(json(interactions)) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the pact to " + file, e);
        }
    }
}
