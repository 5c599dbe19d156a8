/** XML as the hints of schemas describe it, in both directions (OAS 3.1 section 4.8.26). Knows no requests. */
@NullMarked
package dev.countersign.mock.xml;

import org.jspecify.annotations.NullMarked;
