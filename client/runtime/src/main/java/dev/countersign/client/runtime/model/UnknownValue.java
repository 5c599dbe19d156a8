package dev.countersign.client.runtime.model;

import com.fasterxml.jackson.databind.JsonNode;

/** A value of a union that fits none of its alternatives, kept as it came. */
public interface UnknownValue {
    /** The value as JSON. */
    JsonNode value();
}
