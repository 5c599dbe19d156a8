/** The formats and patterns of texts that schemas name. */
@NullMarked
package dev.countersign.openapi.schema.format;

import org.jspecify.annotations.NullMarked;
