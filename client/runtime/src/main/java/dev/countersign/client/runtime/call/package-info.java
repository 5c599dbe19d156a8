/**
 * What a call sends, and what the contract says about its answer.
 */
@NullMarked
package dev.countersign.client.runtime.call;

import org.jspecify.annotations.NullMarked;
