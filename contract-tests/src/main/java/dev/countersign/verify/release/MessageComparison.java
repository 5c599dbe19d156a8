package dev.countersign.verify.release;

import dev.countersign.openapi.contract.Contract;
import dev.countersign.openapi.contract.MediaTypeSpec;
import dev.countersign.openapi.contract.SchemaNode;
import dev.countersign.openapi.schema.Direction;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Compares what travels in one direction: the media types of a message, and the schemas of its parts. */
final class MessageComparison {
    private final Direction direction;
    private final SchemaComparison schemas;

    MessageComparison(Contract released, Contract current, Direction direction) {
        this.direction = direction;
        schemas = new SchemaComparison(released.document(), current.document(), direction);
    }

    void content(String place, List<MediaTypeSpec> before, List<MediaTypeSpec> after, Consumer<Finding> found) {
        Map<String, MediaTypeSpec> now =
                after.stream().collect(Collectors.toMap(MessageComparison::key, Function.identity(), (a, b) -> a));
        for (MediaTypeSpec old : before) {
            MediaTypeSpec other = now.remove(key(old));
            if (other == null) {
                found.accept(Finding.breaking(
                        place,
                        "the media type " + old.name() + " is gone",
                        direction == Direction.REQUEST ? "send another one" : "accept another one"));
                continue;
            }
            schema(place, old.schema(), other.schema(), found);
            if (!old.encoding().equals(other.encoding())) {
                found.accept(Finding.breaking(place, "the encoding of its parts is another one", "encode them anew"));
            }
        }
        now.values().stream()
                .sorted((a, b) -> a.name().compareTo(b.name()))
                .forEach(type ->
                        found.accept(Finding.compatible(place, "a new media type, " + type.name(), "you may use it")));
    }

    private static String key(MediaTypeSpec type) {
        return type.name().toLowerCase(Locale.ROOT).replace(" ", "");
    }

    void schema(String place, Optional<SchemaNode> before, Optional<SchemaNode> after, Consumer<Finding> found) {
        for (SchemaDifference difference : schemas.between(node(before), node(after))) {
            String field = difference.path().isEmpty() ? place : place + ", field " + difference.path();
            boolean breaks = difference.effect().breaks(direction);
            found.accept(
                    new Finding(breaks, field, difference.what(), breaks ? difference.advice() : relaxed(difference)));
        }
    }

    /** Advice of a rule that got stricter for the other side is no advice for this one. */
    private static String relaxed(SchemaDifference difference) {
        return difference.effect() == Effect.NONE ? difference.advice() : "nothing needs to change";
    }

    private static JsonNode node(Optional<SchemaNode> schema) {
        return schema.map(SchemaNode::node).orElse(MissingNode.getInstance());
    }
}
