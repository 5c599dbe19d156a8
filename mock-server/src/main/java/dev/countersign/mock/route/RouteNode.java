package dev.countersign.mock.route;

import dev.countersign.openapi.contract.Operation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A place in the tree of path segments. Built at load, only read afterwards. */
final class RouteNode {
    private final Map<String, RouteNode> literals = new HashMap<>();
    private final List<CompositeChild> composites = new ArrayList<>();
    private final List<RestChild> rests = new ArrayList<>(0);
    private @Nullable RouteNode variable;
    private final Map<String, List<Endpoint>> endpoints = new LinkedHashMap<>();

    /** An operation together with its own template, which knows what the parameters on the way here are called. */
    record Endpoint(Operation operation, PathTemplate template) {}

    private record CompositeChild(CompositeSegment segment, RouteNode node) {}

    private record RestChild(Segment.Rest segment, RouteNode node) {}

    RouteNode child(Segment segment) {
        if (segment instanceof Segment.Literal literal) {
            return literals.computeIfAbsent(literal.text(), text -> new RouteNode());
        }
        if (segment instanceof CompositeSegment composite) {
            return compositeChild(composite);
        }
        if (segment instanceof Segment.Rest rest) {
            return restChild(rest);
        }
        if (variable == null) {
            variable = new RouteNode();
        }
        return variable;
    }

    private RouteNode compositeChild(CompositeSegment composite) {
        for (CompositeChild child : composites) {
            if (child.segment.isLike(composite)) {
                return child.node;
            }
        }
        CompositeChild child = new CompositeChild(composite, new RouteNode());
        composites.add(child);
        composites.sort(Comparator.comparingInt((CompositeChild c) -> -c.segment.weight()));
        return child.node;
    }

    private RouteNode restChild(Segment.Rest rest) {
        for (RestChild child : rests) {
            if (child.segment.isLike(rest)) {
                return child.node;
            }
        }
        RestChild child = new RestChild(rest, new RouteNode());
        rests.add(child);
        rests.sort(Comparator.comparing((RestChild c) -> c.segment.pattern().isEmpty()));
        return child.node;
    }

    /** The first operation for a method goes before others: base paths are added before bare ones. */
    void add(Operation operation, PathTemplate template) {
        List<Endpoint> known = endpoints.computeIfAbsent(operation.method(), method -> new ArrayList<>(1));
        if (known.stream().noneMatch(endpoint -> endpoint.operation.pointer().equals(operation.pointer()))) {
            known.add(new Endpoint(operation, template));
        }
    }

    /** By method; more than one where the document has paths that differ in nothing but names, or in their fragments. */
    Map<String, List<Endpoint>> endpoints() {
        return endpoints;
    }

    /**
     * Finds the most concrete node for the segments from {@code index} on: literal before composite before variable before
     * one that takes several, at each segment from the left. A branch without the wanted method is left for one that has it.
     *
     * @param raw the segments, still encoded
     * @param decoded the same, decoded
     * @param method the wanted method; null for a node that has any
     */
    @Nullable RouteNode find(String[] raw, String[] decoded, int index, @Nullable String method) {
        if (index == raw.length) {
            boolean wanted = method == null ? !endpoints.isEmpty() : endpoints.containsKey(method);
            return wanted ? this : null;
        }
        RouteNode literal = literals.get(decoded[index]);
        RouteNode found = literal == null ? null : literal.find(raw, decoded, index + 1, method);
        for (int i = 0; found == null && i < composites.size(); i++) {
            CompositeChild child = composites.get(i);
            if (child.segment.match(raw[index], new HashMap<>())) {
                found = child.node.find(raw, decoded, index + 1, method);
            }
        }
        if (found == null && variable != null && !raw[index].isEmpty()) {
            found = variable.find(raw, decoded, index + 1, method);
        }
        for (int i = 0; found == null && i < rests.size() && !raw[index].isEmpty(); i++) {
            found = rest(rests.get(i), raw, decoded, index, method);
        }
        return found;
    }

    /** As many segments as possible. A template has one such place, so that the work is linear in the path. */
    private static @Nullable RouteNode rest(
            RestChild child, String[] raw, String[] decoded, int index, @Nullable String method) {
        RouteNode found = null;
        for (int end = raw.length; found == null && end > index; end--) {
            RouteNode candidate = child.node.find(raw, decoded, end, method);
            if (candidate != null
                    && child.segment.accepts(
                            String.join("/", Arrays.asList(decoded).subList(index, end)))) {
                found = candidate;
            }
        }
        return found;
    }
}
