/** Holds a request against its operation: security, then parameters, then the body. */
@NullMarked
package dev.countersign.mock.validate;

import org.jspecify.annotations.NullMarked;
