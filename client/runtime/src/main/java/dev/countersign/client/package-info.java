/**
 * What every generated client shares and its users see: construction, responses and errors. Nothing here knows any
 * contract.
 */
@NullMarked
package dev.countersign.client;

import org.jspecify.annotations.NullMarked;
