/** The contract: the records that everything else is made from, and how they are read from a bundled tree. */
@NullMarked
package dev.countersign.openapi.contract;

import org.jspecify.annotations.NullMarked;
