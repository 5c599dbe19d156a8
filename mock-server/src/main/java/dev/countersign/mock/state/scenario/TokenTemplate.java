package dev.countersign.mock.state.scenario;

import java.time.Duration;
import tools.jackson.databind.JsonNode;

/**
 * A signed token (RFC 7519) of a scenario.
 *
 * @param lifetime after which one is expired
 * @param claims with templates, whose expressions are those of the rule that gives one
 * @param pointer where the claims stand in the scenario
 */
record TokenTemplate(Duration lifetime, JsonNode claims, String pointer) {}
