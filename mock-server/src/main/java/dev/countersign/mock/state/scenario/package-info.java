/** Scenarios: rules from a file that say how to answer which request, and what to remember. {@link dev.countersign.mock.state.scenario.Scenario} is the place to begin reading. */
@NullMarked
package dev.countersign.mock.state.scenario;

import org.jspecify.annotations.NullMarked;
