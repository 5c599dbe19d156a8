package dev.countersign.openapi.document;

import dev.countersign.openapi.json.DuplicateName;
import dev.countersign.openapi.json.MalformedTextException;
import dev.countersign.openapi.json.Pointer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.schema.CoreSchema;
import tools.jackson.databind.JsonNode;

/** Reads YAML 1.2 text (core schema) and finds lines in it. */
final class YamlText {
    /** Aliases may expand without end; past this many values the nearest known ancestor's line must do. */
    private static final int MAX_LINES = 2_000_000;

    private static final Pattern BLANKS_OF_BLOCK = Pattern.compile(
            "(?<=[:\\-?\\s])([|>][+-]?[ \\t]*(?:[ \\t]#[^\\r\\n]*+)?\\r?\\n)((?:[ \\t]*+(?:\\r?\\n|\\z))+)");

    private static final Pattern BLANKS = Pattern.compile("[ \\t]+");

    private YamlText() {}

    /**
     * Reads the one document of a text.
     *
     * @param duplicates takes the keys that stand twice in one mapping
     */
    static JsonNode parse(String text, Consumer<DuplicateName> duplicates) throws MalformedTextException {
        // Marks cost a third of the time and serve only messages, so a text is read again with them when it fails.
        try {
            Optional<JsonNode> plain = YamlEvents.read(text, settings(false));
            if (plain.isPresent()) {
                return plain.get();
            }
            return YamlTree.of(compose(text, false), duplicate -> {
                throw new YamlEngineException(duplicate.name());
            });
        } catch (MalformedTextException | YamlEngineException e) {
            return YamlTree.of(composeMarked(text), duplicates);
        }
    }

    /** The line of every value by its JSON pointer, counted from 1; a mapping value's is that of its key. */
    static Map<String, Integer> lines(String text) throws MalformedTextException {
        Map<String, Integer> lines = new HashMap<>();
        Node root = composeMarked(text);
        if (root != null) {
            lines.put("", line(root));
            addChildren(root, "", lines);
        }
        return lines;
    }

    private static void addChildren(Node node, String pointer, Map<String, Integer> lines) {
        if (lines.size() > MAX_LINES) {
            return;
        }
        if (node instanceof MappingNode mapping) {
            for (NodeTuple entry : mapping.getValue()) {
                String key = YamlTree.key(entry.getKeyNode());
                if (key != null) {
                    String child = Pointer.child(pointer, key);
                    lines.put(child, line(entry.getKeyNode()));
                    addChildren(entry.getValueNode(), child, lines);
                }
            }
        } else if (node instanceof SequenceNode sequence) {
            for (int i = 0; i < sequence.getValue().size(); i++) {
                String child = Pointer.child(pointer, i);
                lines.put(child, line(sequence.getValue().get(i)));
                addChildren(sequence.getValue().get(i), child, lines);
            }
        }
    }

    static int line(Node node) {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    }

    private static @Nullable Node composeMarked(String text) throws MalformedTextException {
        try {
            return compose(withoutLeadingBlanks(text), true);
        } catch (MarkedYamlEngineException e) {
            Optional<Mark> mark = e.getProblemMark().or(e::getContextMark);
            throw new MalformedTextException(
                    mark.map(place -> place.getLine() + 1).orElse(1),
                    "The file is not valid YAML: " + e.getProblem() + ".",
                    "");
        } catch (ReaderException e) {
            int line = (int) text.chars()
                            .limit(e.getPosition())
                            .filter(c -> c == '\n')
                            .count()
                    + 1;
            String what = String.format("The file holds the control character U+%04X.", e.getCodePoint());
            throw new MalformedTextException(line, what, "Remove it.");
        } catch (YamlEngineException e) {
            String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("unreadable");
            throw new MalformedTextException(1, "The file is not valid YAML: " + message, "");
        }
    }

    /**
     * Block scalars whose first lines are blank, but longer than the indentation of the text or followed by none (YAML
     * 1.2.2 section 8.1.1.1), which other parsers take and the library refuses. The lines stay, without their blanks.
     */
    private static String withoutLeadingBlanks(String text) {
        return BLANKS_OF_BLOCK
                .matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(
                        match.group(1) + BLANKS.matcher(match.group(2)).replaceAll("")));
    }

    private static @Nullable Node compose(String text, boolean marks) {
        return new Compose(settings(marks)).composeString(text).orElse(null);
    }

    private static LoadSettings settings(boolean marks) {
        return LoadSettings.builder()
                .setSchema(new CoreSchema())
                .setUseMarks(marks)
                .setCodePointLimit(Integer.MAX_VALUE)
                .setMaxAliasesForCollections(Integer.MAX_VALUE)
                .build();
    }
}
