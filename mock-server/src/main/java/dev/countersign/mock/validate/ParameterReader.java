package dev.countersign.mock.validate;

/** Reads one parameter out of a request, in the style that the contract gives it (OAS 3.1 section 4.8.12.2.1). */
interface ParameterReader {
    ReadResult read(RawRequest request);
}
