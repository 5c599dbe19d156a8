package dev.countersign.openapi.schema;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the way to a schema says about it. A schema is compiled once for each scope in which it is met, so that none of
 * this has to be carried along at run time.
 *
 * @param direction which way the value travels
 * @param settled whether the schemas that speak of the value have been asked for {@code secret} and {@code exempt}
 * @param secret whether the value, or one that it is part of, is marked as secret, so that no message may show it
 * @param exempt properties that are not demanded although required, because another schema of the same value declares
 *     them read-only or write-only
 * @param applying schemas on a reference cycle that are already being applied to the same value; applying one of them
 *     again adds nothing
 * @param anchors the outermost schema for each {@code $dynamicAnchor} met so far (JSON Schema 2020-12 core, section
 *     8.2.3.2)
 */
record DynamicScope(
        Direction direction,
        boolean settled,
        boolean secret,
        Set<String> exempt,
        Set<String> applying,
        Map<String, String> anchors) {

    // Written out, because those that a record generates cost more at start than compiling a schema does.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DynamicScope scope
                && direction == scope.direction
                && settled == scope.settled
                && secret == scope.secret
                && exempt.equals(scope.exempt)
                && applying.equals(scope.applying)
                && anchors.equals(scope.anchors);
    }

    @Override
    public int hashCode() {
        return direction.hashCode()
                + Boolean.hashCode(secret)
                + 31 * (exempt.hashCode() + 31 * (applying.hashCode() + 31 * anchors.hashCode()));
    }

    static DynamicScope of(Direction direction) {
        return new DynamicScope(direction, false, false, Set.of(), Set.of(), Map.of());
    }

    DynamicScope forPart() {
        return settled || !applying.isEmpty()
                ? new DynamicScope(direction, false, secret, Set.of(), Set.of(), anchors)
                : this;
    }

    /** Once it is known what the schemas of the value say; what lies in a secret is secret, too. */
    DynamicScope settled(boolean asSecret, Set<String> names) {
        return new DynamicScope(direction, true, secret || asSecret, names, applying, anchors);
    }

    DynamicScope applyingOnly(Set<String> pointers) {
        return applying.equals(pointers)
                ? this
                : new DynamicScope(direction, settled, secret, exempt, pointers, anchors);
    }

    /** Adds anchors of a schema resource that is being entered; those met before win. */
    DynamicScope entering(Map<String, String> dynamicAnchors) {
        if (anchors.keySet().containsAll(dynamicAnchors.keySet())) {
            return this;
        }
        Map<String, String> all = new HashMap<>(dynamicAnchors);
        all.putAll(anchors);
        return new DynamicScope(direction, settled, secret, exempt, applying, Map.copyOf(all));
    }
}
