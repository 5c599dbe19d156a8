/** Resource-shaped paths as a store: {@link dev.countersign.mock.state.resource.ResourceBehaviour} is the place to begin reading. */
@NullMarked
package dev.countersign.mock.state.resource;

import org.jspecify.annotations.NullMarked;
