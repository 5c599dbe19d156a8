package dev.countersign.client.runtime.model;

/** An enumeration that keeps values which the contract does not name. */
public interface OpenEnum {
    /** Whether the contract names this value. */
    boolean isKnown();
}
