/** Sends what a contract forbids, and what it allows beside its examples. */
@NullMarked
package dev.countersign.verify.refusal;

import org.jspecify.annotations.NullMarked;
