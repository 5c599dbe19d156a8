package dev.countersign.openapi.document;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.parser.Parser;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads YAML as most documents are written, straight from the parser's events: without the node graph, which costs as much as
 * the parser and serves aliases, tags, merged mappings and the places in messages. What needs the graph is left to
 * {@link YamlTree}. For one text.
 */
final class YamlEvents {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** Longer texts are hardly ever written twice. */
    private static final int LONGEST_REPEATED = 40;

    private final Parser events;
    private final ScalarResolver resolver;
    private final Map<String, String> texts = new HashMap<>();
    private long values;

    /** The text holds what events alone do not tell. */
    private static final class NeedsGraphException extends Exception {
        private static final long serialVersionUID = 1L;

        NeedsGraphException() {
            super("", null, false, false);
        }
    }

    private YamlEvents(String text, LoadSettings settings) {
        events = new ParserImpl(settings, new StreamReader(settings, text));
        resolver = settings.getSchema().getScalarResolver();
    }

    /**
     * The value of the one document of a text; the missing node when there is none.
     *
     * @return absent when it takes the graph to read it, or to say what is wrong
     * @throws org.snakeyaml.engine.v2.exceptions.YamlEngineException when the text is malformed
     */
    static Optional<JsonNode> read(String text, LoadSettings settings) {
        try {
            return Optional.of(new YamlEvents(text, settings).document());
        } catch (NeedsGraphException left) {
            return Optional.empty();
        }
    }

    private JsonNode document() throws NeedsGraphException {
        events.next(); // the stream begins
        if (events.checkEvent(Event.ID.StreamEnd)) {
            return NODES.missingNode();
        }
        events.next(); // the document begins
        JsonNode value = value(events.next());
        events.next(); // the document ends
        if (!events.checkEvent(Event.ID.StreamEnd)) {
            throw new NeedsGraphException();
        }
        return value;
    }

    private JsonNode value(Event event) throws NeedsGraphException {
        if (++values > YamlTree.MAX_VALUES) {
            throw new NeedsGraphException();
        }
        return switch (event.getEventId()) {
            case Scalar -> scalar((ScalarEvent) event);
            case MappingStart -> object();
            case SequenceStart -> array();
            default -> throw new NeedsGraphException(); // an alias
        };
    }

    private JsonNode scalar(ScalarEvent scalar) throws NeedsGraphException {
        if (scalar.getTag().isPresent()) {
            throw new NeedsGraphException();
        }
        Tag tag = resolver.resolve(scalar.getValue(), scalar.getImplicit().canOmitTagInPlainScalar());
        return YamlTree.scalar(tag.equals(Tag.STR) ? once(scalar.getValue()) : scalar.getValue(), tag);
    }

    /** The same text for each place where it is written: most of a document are the same few names and types. */
    private String once(String text) {
        if (text.length() > LONGEST_REPEATED) {
            return text;
        }
        String first = texts.putIfAbsent(text, text);
        return first == null ? text : first;
    }

    private ArrayNode array() throws NeedsGraphException {
        ArrayNode array = NODES.arrayNode();
        for (Event event = events.next(); event.getEventId() != Event.ID.SequenceEnd; event = events.next()) {
            array.add(value(event));
        }
        return array;
    }

    private ObjectNode object() throws NeedsGraphException {
        ObjectNode object = NODES.objectNode();
        for (Event event = events.next(); event.getEventId() != Event.ID.MappingEnd; event = events.next()) {
            if (!(event instanceof ScalarEvent key) || key.getValue().equals(YamlTree.MERGE)) {
                throw new NeedsGraphException();
            }
            if (object.replace(once(key.getValue()), value(events.next())) != null) {
                throw new NeedsGraphException();
            }
        }
        return object;
    }
}
