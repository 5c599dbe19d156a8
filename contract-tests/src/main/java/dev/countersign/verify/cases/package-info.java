/** Derives from a contract every conversation that it promises. */
@NullMarked
package dev.countersign.verify.cases;

import org.jspecify.annotations.NullMarked;
