/** How the files of a document become one tree, in which every reference leads to a place in that tree. */
@NullMarked
package dev.countersign.openapi.document;

import org.jspecify.annotations.NullMarked;
