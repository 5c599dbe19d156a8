/** Lets the generated client make the calls of a contract, and judges what it hands out. */
@NullMarked
package dev.countersign.verify.client;

import org.jspecify.annotations.NullMarked;
