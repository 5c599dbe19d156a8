/** How answers reach their clients, as flags and documents say. Begin reading at {@link dev.countersign.mock.delivery.Deliveries}. */
@NullMarked
package dev.countersign.mock.delivery;

import org.jspecify.annotations.NullMarked;
