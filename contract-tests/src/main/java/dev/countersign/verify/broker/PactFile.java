package dev.countersign.verify.broker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A pact on disk. {@link #bytes()} is not to be written to. */
@SuppressWarnings("ArrayRecordComponent")
record PactFile(String consumer, String provider, byte[] bytes) {
    /**
     * The pacts in a folder, in the order of their names.
     *
     * @throws BrokerException when the folder is not there, is empty, or holds something else
     */
    static List<PactFile> in(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw BrokerException.usage("there is no folder " + folder + "; run the consumer tests first");
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<PactFile> pacts = files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(PactFile::read)
                    .toList();
            if (pacts.isEmpty()) {
                throw BrokerException.usage("there is no pact in " + folder + "; run the consumer tests first");
            }
            return pacts;
        } catch (IOException e) {
            throw BrokerException.usage("the folder " + folder + " cannot be read: " + e.getMessage());
        }
    }

    private static PactFile read(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            JsonNode pact = JsonMapper.shared().readTree(bytes);
            String consumer = pact.path("consumer").path("name").asString("");
            String provider = pact.path("provider").path("name").asString("");
            if (consumer.isEmpty() || provider.isEmpty()) {
                throw BrokerException.usage(file + " is no pact: it names no consumer or no provider");
            }
            return new PactFile(consumer, provider, bytes);
        } catch (IOException e) {
            throw BrokerException.usage(file + " cannot be read: " + e.getMessage());
        } catch (JacksonException e) {
            throw BrokerException.usage(file + " is no pact: it is no JSON");
        }
    }
}
