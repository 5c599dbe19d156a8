package dev.countersign.verify.mutation;

import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Changes the first field of a message that is a JSON object, and leaves any other message as it is. */
public final class FirstField {
    private FirstField() {}

    /** Its name; absent where there is none. */
    public static Optional<String> of(String text) {
        return object(text).map(FirstField::name);
    }

    /** The message without it. */
    public static String without(String text) {
        return changed(text, object -> object.remove(name(object)));
    }

    /** The message with it under another name. */
    public static String renamed(String text) {
        return changed(text, object -> object.set(name(object) + "Mutant", object.remove(name(object))));
    }

    private static String name(ObjectNode object) {
        return object.propertyNames().iterator().next();
    }

    private static String changed(String text, Consumer<ObjectNode> change) {
        Optional<ObjectNode> object = object(text);
        object.ifPresent(change);
        return object.map(ObjectNode::toString).orElse(text);
    }

    private static Optional<ObjectNode> object(String text) {
        try {
            return JsonMapper.shared().readTree(text).asObjectOpt().filter(object -> !object.isEmpty());
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }
}
