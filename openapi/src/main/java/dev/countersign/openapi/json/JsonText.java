package dev.countersign.openapi.json;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;

/** Reads JSON text (RFC 8259) and finds lines in it. */
public final class JsonText {
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxStringLength(100_000_000).build())
            .build();

    private JsonText() {}

    /** Reads the one value of a text; of a name that stands twice in one object, the last value counts. */
    public static JsonNode parse(String text) throws MalformedTextException {
        return parse(text, duplicate -> {});
    }

    /**
     * Reads the one value of a text.
     *
     * @param duplicates takes the names that stand twice in one object
     */
    public static JsonNode parse(String text, Consumer<DuplicateName> duplicates) throws MalformedTextException {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
            return JsonTree.readUnique(parser);
        } catch (JacksonException e) {
            JsonNode value = parseAgain(text);
            walk(text, new HashMap<>(), duplicates);
            return value;
        }
    }

    private static JsonNode parseAgain(String text) throws MalformedTextException {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
            return JsonTree.read(parser);
        } catch (JacksonException e) {
            throw malformed(e);
        }
    }

    /** The line of every value by its JSON pointer, counted from 1; a property's is that of its name. */
    public static Map<String, Integer> lines(String text) throws MalformedTextException {
        Map<String, Integer> lines = new HashMap<>();
        walk(text, lines, duplicate -> {});
        return lines;
    }

    private static void walk(String text, Map<String, Integer> lines, Consumer<DuplicateName> duplicates)
            throws MalformedTextException {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
            parser.nextToken();
            lines.put("", line(parser));
            addChildren(parser, "", lines, duplicates);
        } catch (JacksonException e) {
            throw malformed(e);
        }
    }

    private static void addChildren(
            JsonParser parser, String pointer, Map<String, Integer> lines, Consumer<DuplicateName> duplicates) {
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String child = Pointer.child(pointer, parser.currentName());
                if (lines.put(child, line(parser)) != null) {
                    duplicates.accept(new DuplicateName(parser.currentName(), line(parser)));
                }
                parser.nextToken();
                addChildren(parser, child, lines, duplicates);
            }
        } else if (parser.currentToken() == JsonToken.START_ARRAY) {
            for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
                String child = Pointer.child(pointer, i);
                lines.put(child, line(parser));
                addChildren(parser, child, lines, duplicates);
            }
        }
    }

    private static int line(JsonParser parser) {
        return parser.currentTokenLocation().getLineNr();
    }

    private static MalformedTextException malformed(JacksonException e) {
        int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
        String what = e.getOriginalMessage().lines().findFirst().orElse("unreadable");
        return new MalformedTextException(line, "The file is not valid JSON: " + what + ".", "");
    }
}
