/** JSON and what stands in it: reading and writing trees, pointers into them, and references as pointers. */
@NullMarked
package dev.countersign.openapi.json;

import org.jspecify.annotations.NullMarked;
