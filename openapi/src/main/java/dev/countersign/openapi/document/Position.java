package dev.countersign.openapi.document;

import dev.countersign.openapi.json.Pointer;
import org.jspecify.annotations.Nullable;

/**
 * Where the node that is being copied stands, in its file and in the copy. Pointers are put together only when they
 * are asked for, which is seldom: at references and at faults.
 */
final class Position {
    private final Source source;
    private final String resource;
    private final @Nullable Position parent;
    private final String step;
    private final String pointer;
    private final String copy;
    private final int depth;

    /** A place that is reached from nowhere: the top, or what a reference led to. */
    Position(Source source, String pointer, String resource, String copy) {
        this(source, resource, null, "", pointer, copy, Pointer.tokens(copy).size());
    }

    private Position(
            Source source,
            String resource,
            @Nullable Position parent,
            String step,
            String pointer,
            String copy,
            int depth) {
        this.source = source;
        this.resource = resource;
        this.parent = parent;
        this.step = step;
        this.pointer = pointer;
        this.copy = copy;
        this.depth = depth;
    }

    Position child(String name) {
        return new Position(source, resource, this, name, "", "", depth + 1);
    }

    Position child(int index) {
        return child(Integer.toString(index));
    }

    /** The same place, within the schema resource that begins here. */
    Position asResource() {
        return new Position(source, pointer(), parent, step, pointer, copy, depth);
    }

    Source source() {
        return source;
    }

    String resource() {
        return resource;
    }

    String pointer() {
        return parent == null ? pointer : Pointer.child(parent.pointer(), step);
    }

    String copy() {
        return parent == null ? copy : Pointer.child(parent.copy(), step);
    }

    /** Whether this is the place in the copy, without putting pointers together for places at another depth. */
    boolean isAt(String place) {
        return depth == place.chars().filter(character -> character == '/').count() && place.equals(copy());
    }
}
