/**
 * Turns a contract into the simplified document that the code generator reads: every model, type and name is decided
 * here and stands ready to be printed in {@code x-} extensions, so that the templates hold no logic and the generator's
 * own guesses about odd documents never matter.
 */
@NullMarked
package dev.countersign.openapi.codegen;

import org.jspecify.annotations.NullMarked;
