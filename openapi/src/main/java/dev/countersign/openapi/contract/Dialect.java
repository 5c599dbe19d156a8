package dev.countersign.openapi.contract;

/** The JSON Schema dialect of a document's schemas. */
public enum Dialect {
    /** OpenAPI 3.0: an extended subset of JSON Schema Wright Draft 00, with {@code nullable} (OAS 3.0 section 4.7.24). */
    OPENAPI_3_0,
    /** OpenAPI 3.1 and 3.2: JSON Schema 2020-12 and the OAS base vocabulary (OAS 3.1 section 4.8.24). */
    OPENAPI_3_1
}
