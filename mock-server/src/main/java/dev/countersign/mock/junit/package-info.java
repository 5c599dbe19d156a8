/**
 * A mock server for consumers' own tests. The only package that knows JUnit, which is why nothing else depends on it: begin
 * reading at {@link dev.countersign.mock.junit.MockServerExtension}.
 */
@NullMarked
package dev.countersign.mock.junit;

import org.jspecify.annotations.NullMarked;
