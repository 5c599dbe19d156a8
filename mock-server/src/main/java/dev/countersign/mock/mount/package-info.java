/** Several documents on one server: which of them a request is for. */
@NullMarked
package dev.countersign.mock.mount;

import org.jspecify.annotations.NullMarked;
