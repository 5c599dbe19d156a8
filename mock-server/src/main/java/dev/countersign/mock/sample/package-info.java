/**
 * Makes values that fit a schema. All schemas that apply to one value are first merged into one {@code Constraints}; a value
 * is built from that and validated, and where composition made a wrong guess another is tried.
 */
@NullMarked
package dev.countersign.mock.sample;

import org.jspecify.annotations.NullMarked;
