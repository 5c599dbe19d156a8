package dev.countersign.mock.choose;

/** How a request that does not fit the contract is answered. */
public enum Refusals {
    /** With the contract's own error, into which is put what is wrong; with problem details where it has none. */
    EXPLAINED,
    /** The same, but the example of the error is left as it is. */
    AS_DOCUMENTED,
    /** With problem details (RFC 9457), even where the contract has its own words. */
    PROBLEM_DETAILS,
    /** Not refused: answered as if it were valid. */
    NONE
}
