/**
 * Validates JSON against the schemas of a contract. A schema becomes a tree of {@code Check}s on first use; asking that
 * tree whether a value fits allocates next to nothing, and only a value that does not fit is explained.
 */
@NullMarked
package dev.countersign.openapi.schema;

import org.jspecify.annotations.NullMarked;
