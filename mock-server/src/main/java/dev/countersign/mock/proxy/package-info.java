/**
 * A proxy in front of a real server, which holds both directions against the contract. Begin reading at {@link
 * dev.countersign.mock.proxy.ValidatingProxy}.
 */
@NullMarked
package dev.countersign.mock.proxy;

import org.jspecify.annotations.NullMarked;
