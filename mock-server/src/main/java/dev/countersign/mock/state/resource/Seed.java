package dev.countersign.mock.state.resource;

import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * An item that a collection begins with.
 *
 * @param parent the key of the item that it is part of; empty when the examples do not say
 * @param key its own
 * @param item the item; never written to
 */
record Seed(Optional<String> parent, String key, ObjectNode item) {}
