package dev.countersign.mock.state.scenario;

import tools.jackson.databind.JsonNode;

/** Something that has a value while a rule is held against a request; the missing node when it has none. Thread-safe. */
interface Expression {
    JsonNode value(Scope scope);
}
