package dev.countersign.mock.hostile;

import tools.jackson.databind.JsonNode;

/**
 * A value that is wrong in a single place.
 *
 * @param kind the keyword that is broken
 * @param place the name by which a refusal must tell the place: of a property, the index of an item, or empty for the whole
 * @param value the value
 */
record Fault(String kind, String place, JsonNode value) {}
