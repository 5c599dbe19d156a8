package dev.countersign.mock.validate;

import dev.countersign.openapi.json.JsonTree;
import dev.countersign.openapi.schema.CompiledSchema;
import dev.countersign.openapi.schema.format.Budget;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;

/** Reads JSON within bounds. What the parser says about the text is not passed on: it may quote a secret. */
final class JsonBody {
    private static final int DEEPEST = 500;

    /** In bytes. */
    private static final int LONG = 32 * 1024;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
            .build();

    private JsonBody() {}

    static ReadResult read(byte[] bytes) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), bytes)) {
            return value(parser);
        } catch (JacksonException e) {
            return malformed(e);
        }
    }

    static ReadResult read(String text) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
            return value(parser);
        } catch (JacksonException e) {
            return malformed(e);
        }
    }

    /** Whether a text takes so much room as a tree that it is better checked while it is read. */
    static boolean isLong(byte[] bytes) {
        return bytes.length > LONG;
    }

    /** Whether a text is JSON, repeats no property and fits; when not, only reading it as a whole says why, or that it does. */
    static boolean fits(byte[] bytes, CompiledSchema schema, Budget budget) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), bytes)) {
            return schema.accepts(parser, budget);
        } catch (JacksonException notJson) {
            return false;
        }
    }

    private static ReadResult value(JsonParser parser) {
        RepeatedKeys repeated = new RepeatedKeys();
        JsonNode node = JsonTree.read(parser, repeated);
        return node.isMissingNode()
                ? new ReadResult.Malformed("is not JSON: it is blank")
                : new ReadResult.Value(node, List.of(), repeated.pointers());
    }

    private static ReadResult malformed(JacksonException e) {
        if (e instanceof StreamConstraintsException) {
            return new ReadResult.Malformed("is JSON beyond the bounds of this server: nested deeper than " + DEEPEST
                    + " levels, or with a number of more than 1000 digits or a name of more than 50000 characters");
        }
        String place = e.getLocation() == null || e.getLocation().getLineNr() < 1
                ? ""
                : " (line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr() + ")";
        return new ReadResult.Malformed("is not well-formed JSON" + place);
    }

    /** The keys that a JSON text repeats, by their pointers; the first hundred of them. For one thread. */
    private static final class RepeatedKeys implements Consumer<String> {
        private static final int MOST = 100;

        private List<String> pointers = List.of();

        @Override
        public void accept(String pointer) {
            if (pointers.isEmpty()) {
                pointers = new ArrayList<>();
            }
            if (pointers.size() < MOST && !pointers.contains(pointer)) {
                pointers.add(pointer);
            }
        }

        List<String> pointers() {
            return pointers;
        }
    }
}
