package dev.countersign.verify.cases;

import dev.countersign.openapi.contract.Parameter;
import tools.jackson.databind.JsonNode;

/**
 * A value that a case gives to a parameter.
 *
 * @param parameter the parameter
 * @param value its value, as JSON, before any style is applied
 */
public record Argument(Parameter parameter, JsonNode value) {}
