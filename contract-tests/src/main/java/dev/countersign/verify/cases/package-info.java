/** Derives from a contract every exchange that it promises. */
@NullMarked
package dev.countersign.verify.cases;

import org.jspecify.annotations.NullMarked;
