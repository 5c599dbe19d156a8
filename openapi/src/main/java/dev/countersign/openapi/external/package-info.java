/** The examples that a document keeps in files of their own, read before the engine sees the contract. */
@NullMarked
package dev.countersign.openapi.external;

import org.jspecify.annotations.NullMarked;
