package dev.countersign.verify.cases;

import dev.countersign.openapi.contract.Operation;
import dev.countersign.openapi.contract.ResponseSpec;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** Which code stands for a response that the document names by a range or by {@code default}. */
final class StatusCode {
    private StatusCode() {}

    /**
     * A code is itself. A range is its first code that the operation does not document on its own. {@code default} is
     * 200 for an operation that documents no success, and otherwise the first undocumented server error.
     *
     * @return absent for an informational response (RFC 9110 section 15.2), which never ends an exchange, and for
     *     what is no status at all
     */
    static OptionalInt of(Operation operation, ResponseSpec response) {
        Set<String> documented =
                operation.responses().stream().map(ResponseSpec::status).collect(Collectors.toSet());
        String status = response.status();
        if (status.equals("default")) {
            boolean succeeds = documented.stream().anyMatch(code -> code.startsWith("2"));
            return succeeds ? firstFree(500, documented) : OptionalInt.of(200);
        }
        if (status.matches("[2-5]XX")) {
            return firstFree((status.charAt(0) - '0') * 100, documented);
        }
        return status.matches("[2-5][0-9][0-9]") ? OptionalInt.of(Integer.parseInt(status)) : OptionalInt.empty();
    }

    private static OptionalInt firstFree(int from, Set<String> documented) {
        int code = from;
        while (documented.contains(Integer.toString(code)) || hasNoBody(code)) {
            code++;
        }
        return OptionalInt.of(code);
    }

    /** Whether a response of this status never carries content (RFC 9110 sections 15.3.5, 15.3.6 and 15.4.5). */
    static boolean hasNoBody(int status) {
        return status == 204 || status == 205 || status == 304;
    }
}
