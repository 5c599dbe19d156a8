/**
 * The entry: reads an OpenAPI document with every file that it refers to and presents it as an immutable {@link
 * dev.countersign.openapi.contract.Contract}.
 */
@NullMarked
package dev.countersign.openapi;

import org.jspecify.annotations.NullMarked;
