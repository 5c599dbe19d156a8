package dev.countersign.mock.state.resource;

/**
 * What an operation does with a resource.
 *
 * @param resource the resource
 * @param action what is done
 */
record Role(Resource resource, Action action) {
    /** Of a collection or of one item. */
    enum Action {
        LIST,
        CREATE,
        CLEAR,
        READ,
        REPLACE,
        MERGE,
        REMOVE
    }
}
