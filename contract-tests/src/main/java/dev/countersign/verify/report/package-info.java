/** Collects what comes of every check, and writes it down for people and for build servers. */
@NullMarked
package dev.countersign.verify.report;

import org.jspecify.annotations.NullMarked;
