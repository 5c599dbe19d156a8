/** {@code verify DOCUMENT --url URL}: read {@link dev.countersign.command.verify.VerifyCommand} first. */
@NullMarked
package dev.countersign.command.verify;

import org.jspecify.annotations.NullMarked;
