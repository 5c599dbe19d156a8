/**
 * What generated code calls. Public because generated code lives in a package of its own; an application has no use for
 * it, and it may change with any version.
 */
@NullMarked
package dev.countersign.client.runtime;

import org.jspecify.annotations.NullMarked;
