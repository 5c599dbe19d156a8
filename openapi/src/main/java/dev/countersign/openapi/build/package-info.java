/** What a build makes of its contract, in one step: {@link dev.countersign.openapi.build.ContractBuild}. */
@NullMarked
package dev.countersign.openapi.build;

import org.jspecify.annotations.NullMarked;
