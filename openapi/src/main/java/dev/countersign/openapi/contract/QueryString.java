package dev.countersign.openapi.contract;

/**
 * A parameter that is the whole query of a request, {@code in: querystring} (OAS 3.2 section 4.12.2). It stands beside no
 * query parameters.
 *
 * @param name the parameter's name, which does not travel
 * @param required whether a request must have a query
 * @param content the media type that the query is written in
 * @param pointer JSON pointer of the parameter in the bundled document
 */
public record QueryString(String name, boolean required, MediaTypeSpec content, String pointer) {}
