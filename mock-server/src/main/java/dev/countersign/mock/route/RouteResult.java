package dev.countersign.mock.route;

import dev.countersign.openapi.contract.Operation;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** What a request line leads to. */
public sealed interface RouteResult {
    /**
     * An operation.
     *
     * @param operation the operation; for {@code HEAD} the one for {@code GET} where the contract has no other
     * @param pathValues the values of the path template's parameters by name, still percent-encoded
     * @param others operations of the same method and path, which only what else a request holds can tell from this one;
     *     nearly always empty
     */
    record Matched(Operation operation, Map<String, String> pathValues, List<Matched> others) implements RouteResult {
        /** The first that fits, or this one when none does. */
        public Matched meant(Predicate<Matched> fits) {
            if (others.isEmpty() || fits.test(this)) {
                return this;
            }
            return others.stream().filter(fits).findFirst().orElse(this);
        }
    }

    /**
     * No path of the contract fits.
     *
     * @param nearMisses methods and paths that are alike, the closest first; may be empty
     */
    record NotFound(List<String> nearMisses) implements RouteResult {}

    /**
     * The path fits, the method does not.
     *
     * @param allowed the methods that the path has, for the header {@code Allow} (RFC 9110 section 10.2.1)
     */
    record MethodNotAllowed(List<String> allowed) implements RouteResult {}
}
