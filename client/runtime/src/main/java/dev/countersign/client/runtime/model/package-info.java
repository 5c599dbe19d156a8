/**
 * What generated models are made of.
 */
@NullMarked
package dev.countersign.client.runtime.model;

import org.jspecify.annotations.NullMarked;
