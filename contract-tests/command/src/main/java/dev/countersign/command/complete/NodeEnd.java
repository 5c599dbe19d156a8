package dev.countersign.command.complete;

import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.CollectionNode;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Where a node ends in the text. The parser tells it of quoted and plain texts and of what stands in braces; a text in a
 * block, and what an alias stands for, end elsewhere than it says.
 */
final class NodeEnd {
    private NodeEnd() {}

    /** The end of a mapping's last value; absent where it cannot be told. */
    static Optional<Mark> ofLastValue(MappingNode mapping) {
        List<NodeTuple> entries = mapping.getValue();
        if (entries.isEmpty()) {
            return Optional.empty();
        }
        NodeTuple last = entries.get(entries.size() - 1);
        return of(last.getValueNode(), start(last.getKeyNode()));
    }

    /** The end of what stands after a place, which what an alias stands for does not. */
    private static Optional<Mark> of(Node node, int after) {
        if (start(node) < after) {
            return Optional.empty();
        }
        if (node instanceof ScalarNode scalar) {
            return switch (scalar.getScalarStyle()) {
                case LITERAL, FOLDED -> Optional.empty();
                default -> scalar.getEndMark();
            };
        }
        if (node instanceof CollectionNode<?> collection && collection.getFlowStyle() == FlowStyle.FLOW) {
            return node.getEndMark();
        }
        if (node instanceof SequenceNode sequence && !sequence.getValue().isEmpty()) {
            return of(sequence.getValue().get(sequence.getValue().size() - 1), after);
        }
        return node instanceof MappingNode mapping ? ofLastValue(mapping) : Optional.empty();
    }

    private static int start(Node node) {
        return node.getStartMark().map(Mark::getIndex).orElse(-1);
    }
}
