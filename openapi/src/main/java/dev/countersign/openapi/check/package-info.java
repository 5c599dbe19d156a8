/** Decides whether a contract is fit to build from, and writes what the build reads. */
@NullMarked
package dev.countersign.openapi.check;

import org.jspecify.annotations.NullMarked;
