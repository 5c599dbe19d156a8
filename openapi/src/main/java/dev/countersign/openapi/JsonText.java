package dev.countersign.openapi;

import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads JSON text (RFC 8259) and finds lines in it. */
final class JsonText {
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(100_000_000)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private JsonText() {}

    static JsonNode parse(String text) throws MalformedTextException {
        try {
            return MAPPER.readTree(text);
        } catch (JacksonException e) {
            throw malformed(e);
        }
    }

    /** The line of every value by its JSON pointer, counted from 1; a property's is that of its name. */
    static Map<String, Integer> lines(String text) throws MalformedTextException {
        Map<String, Integer> lines = new HashMap<>();
        try (JsonParser parser = MAPPER.createParser(text)) {
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
