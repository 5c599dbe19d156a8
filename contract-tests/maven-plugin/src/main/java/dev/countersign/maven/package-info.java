/** The goals by which a contract is built and verified in its owner's repository. */
@NullMarked
package dev.countersign.maven;

import org.jspecify.annotations.NullMarked;
