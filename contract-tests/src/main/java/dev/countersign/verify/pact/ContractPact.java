package dev.countersign.verify.pact;

import au.com.dius.pact.core.model.Consumer;
import au.com.dius.pact.core.model.DefaultPactWriter;
import au.com.dius.pact.core.model.Interaction;
import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.model.Provider;
import au.com.dius.pact.core.model.V4Pact;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A V4 pact of the generated client with any provider of its contract. Interactions keep the order in which they are
 * given, so that the same contract always gives the same bytes.
 */
public final class ContractPact {
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
        StringWriter text = new StringWriter();
        DefaultPactWriter.INSTANCE.writePact(of(interactions), new PrintWriter(text), PactSpecVersion.V4);
        return JsonMapper.shared().readTree(text.toString());
    }

    /** Writes the pact of these interactions, over a file that is there already. */
    public void write(Path file, List<? extends Interaction> interactions) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (PrintWriter writer = new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8))) {
                DefaultPactWriter.INSTANCE.writePact(of(interactions), writer, PactSpecVersion.V4);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the pact to " + file, e);
        }
    }
}
