package dev.countersign.mock.state.resource;

import dev.countersign.mock.state.Collection;
import dev.countersign.mock.state.SessionState;
import dev.countersign.mock.state.Visit;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * The part of a session's state that one request is about. Guarded by the session's lock.
 *
 * @param visit the request
 * @param resource what it is about
 * @param session whose state it is
 */
record Store(Visit visit, Resource resource, SessionState session) {
    String name() {
        return resource.name(visit);
    }

    /** The key of the item; empty when the collection is meant. */
    Optional<String> key() {
        return resource.key(visit);
    }

    /** The path of what is meant. */
    String address() {
        return name() + key().map(key -> "/" + key).orElse("");
    }

    /** The collection, which begins with the examples. */
    Collection items() {
        return session.collection(name(), this::begin);
    }

    private void begin(Collection items) {
        Optional<Store> above = above();
        Optional<String> parent = above.flatMap(Store::key);
        boolean isSeeded = parent.isEmpty()
                || above.get().resource.seeds().get().stream()
                        .anyMatch(seed -> seed.key().equals(parent.get()));
        for (Seed seed : resource.seeds().get()) {
            boolean isHere = seed.parent().isEmpty()
                    ? isSeeded
                    : parent.isEmpty() || seed.parent().equals(parent);
            if (isHere) {
                items.put(seed.key(), seed.item());
            }
        }
    }

    Optional<JsonNode> item() {
        return key().flatMap(items()::get);
    }

    /** What of the path's beginning is not there, such as the user of {@code /users/7/things}. */
    Optional<String> missing() {
        Optional<Store> above = above();
        if (above.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> higher = above.get().missing();
        return higher.isPresent() || above.get().item().isPresent()
                ? higher
                : Optional.of(above.get().address());
    }

    private Optional<Store> above() {
        return resource.parent().map(parent -> new Store(visit, parent, session));
    }

    /**
     * Removes the item, and with it all that is below its path; one that comes anew begins with nothing there.
     *
     * @param all the resources of the contract
     */
    void remove(Iterable<Resource> all) {
        key().ifPresent(items()::remove);
        session.clearBelow(address() + "/");
        for (Resource other : all) {
            resource.below(address(), other)
                    .ifPresent(name -> session.collection(name, nothing -> {}).clear());
        }
    }

    void clear() {
        items().clear();
        session.clearBelow(name() + "/");
    }
}
