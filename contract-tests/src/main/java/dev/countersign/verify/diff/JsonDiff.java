package dev.countersign.verify.diff;

import dev.countersign.openapi.contract.Contract;
import dev.countersign.verify.release.Change;
import java.util.function.Function;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** For programs. */
final class JsonDiff {
    private JsonDiff() {}

    static String of(Difference difference, Function<Change, SourceLine> places) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.set("old", version(difference.released()));
        root.set("new", version(difference.current()));
        root.put("breaking", difference.breaks() > 0);
        root.put("announced", difference.isAnnounced());
        root.put("neededVersion", difference.neededVersion());
        ArrayNode changes = root.putArray("changes");
        difference.changes().forEach(noticed -> {
            Change change = noticed.change();
            SourceLine place = places.apply(change);
            ObjectNode node = changes.addObject();
            node.put("breaking", change.breaking());
            node.put("operation", change.operation());
            node.put("endpoint", change.endpoint());
            node.put("place", change.place());
            node.put("what", change.what());
            node.put("consumersMust", change.advice());
            node.put("file", place.file());
            node.put("line", place.line());
            noticed.consumers().forEach(node.putArray("consumersHit")::add);
        });
        return root.toPrettyString();
    }

    private static ObjectNode version(Contract contract) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("title", contract.title())
                .put("version", contract.version());
    }
}
