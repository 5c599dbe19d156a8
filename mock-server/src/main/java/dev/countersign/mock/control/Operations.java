package dev.countersign.mock.control;

import dev.countersign.mock.Mock;
import dev.countersign.openapi.check.NearestName;
import dev.countersign.openapi.contract.Contract;
import dev.countersign.openapi.contract.Operation;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The operations of the document that is served now. */
record Operations(Supplier<Mock> mock) {
    Contract contract() {
        return mock.get().contract();
    }

    /**
     * An operation by its id.
     *
     * @param status of the answer when there is none
     * @throws RefusedCallException when there is none; says which may be meant
     */
    Operation named(String id, int status) {
        return contract()
                .operation(id)
                .orElseThrow(() ->
                        new RefusedCallException(status, "There is no operation \"" + id + "\"." + hint(id, ids())));
    }

    private Set<String> ids() {
        return contract().operations().stream().map(Operation::id).collect(Collectors.toSet());
    }

    /** A sentence that says which name may be meant, with a space before it; empty when none comes near. */
    static String hint(String written, Set<String> names) {
        return NearestName.of(written, names)
                .map(near -> " Did you mean \"" + near + "\"?")
                .orElse("");
    }
}
