/** Converts a bundled Swagger 2.0 document into one of OpenAPI 3.0. */
@NullMarked
package dev.countersign.openapi.swagger;

import org.jspecify.annotations.NullMarked;
