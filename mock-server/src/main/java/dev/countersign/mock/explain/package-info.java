/** Why a response is what it is, as data. */
@NullMarked
package dev.countersign.mock.explain;

import org.jspecify.annotations.NullMarked;
