package dev.countersign.openapi.json;

import java.util.HashMap;
import java.util.Map;
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

    public static JsonNode parse(String text) throws MalformedTextException {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
            return JsonTree.readUnique(parser);
        } catch (JacksonException e) {
            throw malformed(e);
        }
    }

    /** The line of every value by its JSON pointer, counted from 1; a property's is that of its name. */
    public static Map<String, Integer> lines(String text) throws MalformedTextException {
        Map<String, Integer> lines = new HashMap<>();
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
            parser.nextToken();
            lines.put("", line(parser));
            addChildren(parser, "", lines);
        } catch (JacksonException e) {
            throw malformed(e);
        }
        return lines;
    }

    private static void addChildren(JsonParser parser, String pointer, Map<String, Integer> lines) {
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String child = Pointer.child(pointer, parser.currentName());
                lines.put(child, line(parser));
                parser.nextToken();
                addChildren(parser, child, lines);
            }
        } else if (parser.currentToken() == JsonToken.START_ARRAY) {
            for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
                String child = Pointer.child(pointer, i);
                lines.put(child, line(parser));
                addChildren(parser, child, lines);
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
