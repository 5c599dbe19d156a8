package dev.countersign.openapi.document;

import dev.countersign.openapi.contract.Grammar;
import dev.countersign.openapi.contract.Kind;
import dev.countersign.openapi.json.Pointer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Finds what a {@code $ref} names: a file, a pointer into one, an {@code $anchor}, or a schema by its {@code $id} (RFC
 * 3986 section 5, JSON Schema 2020-12 section 8.2).
 */
public final class References {
    private static final int MAX_HOPS = 100;

    private static final Set<String> IDENTIFYING = Set.of("$id", "$anchor", "$dynamicAnchor");

    private final Sources sources;
    private final Map<Source, Map<String, String>> identifiers = new HashMap<>();

    public References(Sources sources) {
        this.sources = sources;
    }

    /**
     * A node in a file.
     *
     * @param source the file
     * @param pointer where the node stands in it, with no reference on the way
     * @param node the node itself
     */
    public record Target(Source source, String pointer, JsonNode node) {
        /** The target, which must be what the reference stands for: a page of text is no path item. */
        Target as(Kind kind) throws BrokenReferenceException {
            boolean fits = node.isObject() || kind == Kind.EXAMPLE || kind == Kind.SCHEMA && node.isBoolean();
            if (!fits) {
                throw new BrokenReferenceException(
                        "What the reference leads to (" + source.place(pointer) + ") is not " + kind.withArticle()
                                + ".",
                        "Name the place of one.");
            }
            return this;
        }

        /** A file with a bare value in place of an example object is common, and what it means is plain. */
        Target asShared(Kind kind) {
            if (kind != Kind.EXAMPLE) {
                return this;
            }
            boolean example = Pointer.reference(node) != null
                    || Grammar.fields(Kind.EXAMPLE).keySet().stream().anyMatch(node::has);
            return !example
                    ? new Target(
                            source,
                            pointer,
                            JsonNodeFactory.instance.objectNode().set("value", node))
                    : this;
        }
    }

    /**
     * Finds what a reference names.
     *
     * @param from the file that holds the reference
     * @param resource pointer of the schema resource around it (a schema with an {@code $id}); empty for the file itself
     * @param reference the text of the reference
     */
    public Target resolve(Source from, String resource, String reference) throws BrokenReferenceException {
        return resolve(from, resource, reference, 0);
    }

    /** The target itself, or what a chain of mere references leads on to from there. */
    Target atTheEnd(Target target) throws BrokenReferenceException {
        Target here = target;
        Set<String> seen = new HashSet<>();
        String reference = Pointer.reference(here.node());
        while (reference != null
                && here.node().size() == 1
                && seen.add(here.source().location() + "#" + here.pointer())) {
            here = resolve(here.source(), "", reference);
            reference = Pointer.reference(here.node());
        }
        return here;
    }

    private Target resolve(Source from, String resource, String reference, int hops) throws BrokenReferenceException {
        if (hops > MAX_HOPS) {
            throw new BrokenReferenceException("\"" + reference + "\" leads back to itself.", "Break the circle.");
        }
        int hash = reference.indexOf('#');
        String file = hash < 0 ? reference : reference.substring(0, hash);
        String fragment = Pointer.ofReference(reference);
        if (!file.isEmpty()) {
            Optional<String> identified = identified(from, "$id", file);
            if (identified.isPresent()) {
                return fragment(from, identified.get(), fragment, reference, hops);
            }
            return fragment(sources.file(from, file), "", fragment, reference, hops);
        }
        return fragment(from, resource, fragment, reference, hops);
    }

    private Target fragment(Source source, String resource, String fragment, String reference, int hops)
            throws BrokenReferenceException {
        if (fragment.isEmpty() || fragment.startsWith("/")) {
            Target inResource = walk(source, resource + fragment, hops);
            // Authors who set an $id often still write pointers from the top of the file.
            Target found = inResource == null && !resource.isEmpty() ? walk(source, fragment, hops) : inResource;
            if (found != null) {
                return found;
            }
            throw nowhere(source, reference);
        }
        String anchor = identified(source, "$anchor", fragment)
                .or(() -> identified(source, "$dynamicAnchor", fragment))
                .orElseThrow(() -> nowhere(source, reference));
        Target target = walk(source, anchor, hops);
        if (target == null) {
            throw nowhere(source, reference);
        }
        return target;
    }

    /** Follows a pointer, and every reference that stands on its way, so that equal targets have equal pointers. */
    private @Nullable Target walk(Source start, String pointer, int hops) throws BrokenReferenceException {
        JsonNode direct = pointer.indexOf('~') < 0 ? Pointer.find(start.tree(), pointer) : null;
        if (direct != null) {
            return new Target(start, pointer, direct);
        }
        Target here = new Target(start, "", start.tree());
        for (String token : Pointer.tokens(pointer)) {
            JsonNode next = Pointer.step(here.node(), token);
            if (next == null) {
                String onTheWay = Pointer.reference(here.node());
                if (onTheWay == null) {
                    return null;
                }
                here = resolve(here.source(), "", onTheWay, hops + 1);
                next = Pointer.step(here.node(), token);
            }
            if (next == null) {
                return null;
            }
            here = new Target(here.source(), Pointer.child(here.pointer(), token), next);
        }
        return here;
    }

    private Optional<String> identified(Source source, String keyword, String value) {
        Map<String, String> known = identifiers.computeIfAbsent(source, each -> {
            Map<String, String> found = new HashMap<>();
            addIdentifiers(each.tree(), "", found);
            return found;
        });
        return Optional.ofNullable(known.get(keyword + ' ' + value));
    }

    private static void addIdentifiers(JsonNode node, String pointer, Map<String, String> found) {
        if (node instanceof ObjectNode object) {
            for (var entry : object.properties()) {
                String name = entry.getKey();
                if (IDENTIFYING.contains(name) && entry.getValue().isString()) {
                    found.putIfAbsent(name + ' ' + entry.getValue().stringValue(), pointer);
                } else {
                    addIdentifiers(entry.getValue(), Pointer.child(pointer, name), found);
                }
            }
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                addIdentifiers(node.get(i), Pointer.child(pointer, i), found);
            }
        }
    }

    private static BrokenReferenceException nowhere(Source source, String reference) {
        return new BrokenReferenceException(
                "The reference \"" + reference + "\" leads nowhere: " + source.name() + " has no such place.",
                "Correct the reference or add what it names.");
    }
}
