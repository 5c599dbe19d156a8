package dev.countersign.mock.control;

import dev.countersign.mock.Mock;
import dev.countersign.mock.exchange.Header;
import dev.countersign.mock.exchange.MockResponse;
import dev.countersign.mock.validate.Violation;
import dev.countersign.openapi.contract.MediaTypeSpec;
import dev.countersign.openapi.contract.Operation;
import dev.countersign.openapi.contract.ResponseSpec;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What of a switched answer the contract does not allow. */
record AnswerCheck(Operation operation, Mock mock) {
    private static final String ALLOW = " Set \"undocumented\" to answer so nevertheless.";

    /** A sentence for each fault; empty when the operation can give the answer. */
    List<String> faults(SwitchedAnswer answer) {
        List<ResponseSpec> responses = operation.responses().stream()
                .filter(response -> answer.status().map(response::covers).orElse(true))
                .toList();
        List<String> faults = new ArrayList<>();
        if (answer.limiter().isPresent() && answer.times().isPresent()) {
            faults.add(
                    "An answer for clients that ask too much cannot be counted itself: leave out \"limit\" or \"times\".");
        }
        if (responses.isEmpty() && answer.isDocumented()) {
            faults.add("The operation \"" + operation.id() + "\" documents no status "
                    + answer.status().orElse("") + ". Documented: "
                    + operation.responses().stream().map(ResponseSpec::status).collect(Collectors.joining(", ")) + "."
                    + ALLOW);
            return faults;
        }
        answer.example().flatMap(example -> missing(example, responses)).ifPresent(faults::add);
        if (answer.isDocumented()) {
            answer.content().ifPresent(content -> faults.addAll(unfit(content, answer)));
        }
        return faults;
    }

    private Optional<String> missing(String example, List<ResponseSpec> responses) {
        Set<String> names = responses.stream()
                .flatMap(response -> OperationJson.examples(response).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (names.contains(example)) {
            return Optional.empty();
        }
        return Optional.of("The operation \"" + operation.id() + "\" has no example \"" + example + "\" there."
                + Operations.hint(example, names)
                + (names.isEmpty() ? " It has none with a name." : " There are: " + String.join(", ", names) + "."));
    }

    /** Header fields that the answer does not have are the document's own. */
    private List<String> unfit(OwnContent content, SwitchedAnswer answer) {
        int status = answer.status().map(Integer::parseInt).orElseGet(this::success);
        MockResponse response = content.in(
                new MockResponse(status, List.of(new Header("Content-Type", mediaType(status))), new byte[0]), false);
        return mock.violations(operation, response).stream()
                .filter(violation -> violation.in() != Violation.In.RESPONSE_HEADER
                        || content.headers().stream().anyMatch(own -> own.name().equalsIgnoreCase(violation.name())))
                .map(violation -> "The contract does not allow it: " + violation.sentence() + "." + ALLOW)
                .toList();
    }

    private int success() {
        return operation.responses().stream()
                .map(response -> response.status().replace("XX", "00"))
                .filter(status -> status.startsWith("2"))
                .map(Integer::parseInt)
                .findFirst()
                .orElse(200);
    }

    private String mediaType(int status) {
        List<String> documented = operation.responses().stream()
                .filter(response -> response.covers(Integer.toString(status)))
                .findFirst()
                .map(response ->
                        response.content().stream().map(MediaTypeSpec::name).toList())
                .orElse(List.of());
        return documented.stream()
                .filter(name -> name.toLowerCase(Locale.ROOT).contains("json"))
                .findFirst()
                .or(() -> documented.stream().findFirst())
                .orElse("application/json");
    }
}
