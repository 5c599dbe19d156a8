/**
 * How the values of parameters are written (OAS 3.1 section 4.8.12).
 */
@NullMarked
package dev.countersign.client.runtime.parameter;

import org.jspecify.annotations.NullMarked;
