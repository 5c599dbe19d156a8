package dev.countersign.command.complete;

import dev.countersign.openapi.json.Pointer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.schema.CoreSchema;
import tools.jackson.databind.JsonNode;

/**
 * The text of one file, into which entries are written; all else stays as its author wrote it, comments and order
 * included. YAML or JSON, which is nearly YAML. Not thread-safe.
 */
final class EditedText {
    private record Insertion(int offset, String text) {}

    private final String text;
    private final String lineBreak;
    private final EntryText entries;
    private final @Nullable Node root;
    private final List<Insertion> insertions = new ArrayList<>();
    private final Set<String> taken = new HashSet<>();

    EditedText(String text) {
        this.text = text;
        lineBreak = text.contains("\r\n") ? "\r\n" : "\n";
        entries = new EntryText(text.stripLeading().startsWith("{"), lineBreak);
        root = compose(text);
    }

    private static @Nullable Node compose(String text) {
        LoadSettings settings = LoadSettings.builder()
                .setSchema(new CoreSchema())
                .setUseMarks(true)
                .setAllowDuplicateKeys(true)
                .setCodePointLimit(Integer.MAX_VALUE)
                .setMaxAliasesForCollections(Integer.MAX_VALUE)
                .build();
        try {
            // JSON may be indented with tabs, which YAML forbids.
            return new Compose(settings).composeString(text.replace('\t', ' ')).orElse(null);
        } catch (YamlEngineException e) {
            return null;
        }
    }

    /** Writes an entry before all others of a mapping; false when there is no mapping that can be written to. */
    boolean insertFirst(String pointer, String key, JsonNode value) {
        return mapping(pointer, key)
                .map(mapping -> insertFirst(mapping, key, value))
                .orElse(false);
    }

    private boolean insertFirst(MappingNode mapping, String key, JsonNode value) {
        if (mapping.getValue().isEmpty()) {
            return isFlow(mapping)
                    && insertions.add(new Insertion(offset(start(mapping)) + 1, entries.flow(key, value)));
        }
        int first = offset(start(mapping.getValue().get(0).getKeyNode()));
        return insertions.add(new Insertion(
                first,
                isFlow(mapping)
                        ? entries.flow(key, value) + "," + separator(mapping, first)
                        : entries.block(key, value, column(mapping)) + lineBreak + " ".repeat(column(mapping))));
    }

    /** Writes an entry after all others of a mapping, or before them where its end cannot be told from the text. */
    boolean insertLast(String pointer, String key, JsonNode value) {
        return mapping(pointer, key)
                .map(mapping -> insertLast(mapping, key, value))
                .orElse(false);
    }

    private boolean insertLast(MappingNode mapping, String key, JsonNode value) {
        Optional<Integer> end = NodeEnd.ofLastValue(mapping).map(this::offset);
        if (end.isEmpty()) {
            return insertFirst(mapping, key, value);
        }
        int first = offset(start(mapping.getValue().get(0).getKeyNode()));
        if (isFlow(mapping)) {
            return insertions.add(new Insertion(end.get(), "," + separator(mapping, first) + entries.flow(key, value)));
        }
        return insertions.add(new Insertion(
                endOfLine(end.get()),
                lineBreak + " ".repeat(column(mapping)) + entries.block(key, value, column(mapping))));
    }

    /** The text with everything that was written into it. */
    String written() {
        StringBuilder written = new StringBuilder(text);
        List<Insertion> fromTheEnd = new ArrayList<>(insertions);
        Collections.reverse(fromTheEnd);
        fromTheEnd.stream()
                .sorted(Comparator.comparingInt(Insertion::offset).reversed())
                .forEach(insertion -> written.insert(insertion.offset(), insertion.text()));
        return written.toString();
    }

    /** Whether there is something at this place. */
    boolean has(String pointer) {
        return node(pointer) != null;
    }

    /** The scalar at this place as it is written, without quotes; empty when there is none. */
    String value(String pointer) {
        return node(pointer) instanceof ScalarNode scalar ? scalar.getValue() : "";
    }

    /** The mapping at this place, unless it has the key already. */
    private Optional<MappingNode> mapping(String pointer, String key) {
        return node(pointer) instanceof MappingNode mapping
                        && !has(pointer + "/" + key)
                        && taken.add(pointer + "/" + key)
                ? Optional.of(mapping)
                : Optional.empty();
    }

    private @Nullable Node node(String pointer) {
        Node node = root;
        for (String token : Pointer.tokens(pointer)) {
            node = child(node, token);
        }
        return node;
    }

    private static @Nullable Node child(@Nullable Node node, String token) {
        if (node instanceof MappingNode mapping) {
            for (NodeTuple entry : mapping.getValue()) {
                if (entry.getKeyNode() instanceof ScalarNode key
                        && key.getValue().equals(token)) {
                    return entry.getValueNode();
                }
            }
        } else if (node instanceof SequenceNode sequence && token.matches("[0-9]{1,9}")) {
            int index = Integer.parseInt(token);
            return index < sequence.getValue().size() ? sequence.getValue().get(index) : null;
        }
        return null;
    }

    private static boolean isFlow(MappingNode mapping) {
        return mapping.getFlowStyle() == FlowStyle.FLOW;
    }

    /** What stands between an opening brace and the first key stands between all entries. */
    private String separator(MappingNode mapping, int first) {
        String space = text.substring(offset(start(mapping)) + 1, first);
        return space.isBlank() && !space.isEmpty() ? space : " ";
    }

    private static Mark start(Node node) {
        return node.getStartMark().orElseThrow();
    }

    private static int column(MappingNode mapping) {
        return start(mapping.getValue().get(0).getKeyNode()).getColumn();
    }

    /** Marks count code points. */
    private int offset(Mark mark) {
        return text.offsetByCodePoints(0, mark.getIndex());
    }

    private int endOfLine(int offset) {
        int end = offset;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return end;
    }
}
