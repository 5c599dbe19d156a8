package dev.countersign.openapi.document;

import dev.countersign.openapi.contract.Grammar;
import dev.countersign.openapi.contract.Kind;
import dev.countersign.openapi.document.References.Target;
import dev.countersign.openapi.json.Pointer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Which place under {@code components} each shared part gets: those of the document keep their names, others are given one. */
final class Placements {
    /** What is still to be copied to its place. */
    record Pending(Target target, Kind kind, String section, String name) {}

    private final Source root;
    private final References references;
    private final ComponentNames names = new ComponentNames();
    private final Map<String, String> placed = new HashMap<>();
    private final Map<String, Target> standsFor = new HashMap<>();
    private final Deque<Pending> pending = new ArrayDeque<>();

    Placements(Source root, References references, boolean swagger2) {
        this.root = root;
        this.references = references;
        for (Kind kind : Kind.values()) {
            Grammar.sharedUnder(kind, swagger2).ifPresent(section -> keepNames(kind, section));
        }
    }

    private void keepNames(Kind kind, String section) {
        Optional<Target> components = find(root, "#" + section);
        if (components.isEmpty() || !(components.get().node() instanceof ObjectNode named)) {
            return;
        }
        Source source = components.get().source();
        Map<String, String> kept = new LinkedHashMap<>();
        for (String name : named.propertyNames()) {
            // Security schemes are used by name, so their names stay as they are.
            String free = kind == Kind.SECURITY_SCHEME ? name : names.keep(section, name);
            kept.put(name, Pointer.child(section, free));
            placed.put(key(source, Pointer.child(components.get().pointer(), name), section), kept.get(name));
        }
        // A component that only names a file gives that file's content its name.
        for (var entry : named.properties()) {
            String reference = entry.getValue().size() == 1 ? Pointer.reference(entry.getValue()) : null;
            Optional<Target> target = reference == null ? Optional.empty() : find(source, reference);
            if (target.isPresent()) {
                Target shared = target.get().asShared(kind);
                String pointer = kept.get(entry.getKey());
                if (placed.putIfAbsent(key(shared.source(), shared.pointer(), section), pointer) == null) {
                    standsFor.put(pointer, shared);
                }
            }
        }
    }

    private Optional<Target> find(Source from, String reference) {
        try {
            return Optional.of(references.resolve(from, "", reference));
        } catch (BrokenReferenceException e) {
            return Optional.empty(); // Reported where the reference itself is copied, if it is.
        }
    }

    /** The place that a component of the document keeps. */
    String kept(Source source, String pointer, String section, String name) {
        String kept = placed.get(key(source, pointer, section));
        return kept == null ? Pointer.child(section, name) : kept;
    }

    /** The content that a place is for, where the component that has its name is only a reference to it. */
    @Nullable Target contentOf(String place) {
        return standsFor.get(place);
    }

    /** The place of what a reference names; it is copied there later if it is not yet. */
    String of(Target target, Kind kind, String section) {
        return placed.computeIfAbsent(key(target.source(), target.pointer(), section), key -> {
            String name = names.invent(section, target);
            pending.add(new Pending(target.asShared(kind), kind, section, name));
            return Pointer.child(section, name);
        });
    }

    /** The next part that is still to be copied; null when there is none. */
    @Nullable Pending next() {
        return pending.poll();
    }

    /** A name for a place in a file, of which sections keep different copies. */
    String key(Source source, String pointer, String section) {
        return source == root ? section + ' ' + pointer : section + ' ' + source.location() + '#' + pointer;
    }
}
