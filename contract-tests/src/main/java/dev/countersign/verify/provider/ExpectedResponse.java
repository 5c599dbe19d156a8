package dev.countersign.verify.provider;

import au.com.dius.pact.core.model.HttpResponse;
import au.com.dius.pact.core.model.V4Interaction;
import dev.countersign.mock.route.RouteResult;
import dev.countersign.mock.route.RouteTable;
import dev.countersign.openapi.contract.MediaTypeSpec;
import dev.countersign.openapi.contract.Operation;
import dev.countersign.openapi.contract.ResponseSpec;
import dev.countersign.verify.cases.MediaTypes;
import dev.countersign.verify.pact.Subject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a pact of another consumer expects, held against the contract. A mock server has no reason to answer with the very
 * values that somebody else's pact names; whether they are values that the contract allows is what can be said.
 */
final class ExpectedResponse {
    private ExpectedResponse() {}

    /** What the contract does not allow of it, one line each; empty when it allows all. */
    static List<String> faults(Subject subject, V4Interaction.SynchronousHttp interaction) {
        HttpResponse response = interaction.getResponse();
        Optional<Operation> operation = operation(subject, interaction);
        if (operation.isEmpty()) {
            return List.of("the contract has no operation for it");
        }
        Optional<ResponseSpec> documented = documented(operation.get().responses(), response.getStatus());
        if (documented.isEmpty()) {
            return List.of("the contract documents no response " + response.getStatus());
        }
        String text = response.getBody().valueAsString();
        Optional<MediaTypeSpec> type = documented.get().content().stream()
                .filter(each -> MediaTypes.essence(each.name()).endsWith("json"))
                .findFirst();
        return text.isEmpty() || type.isEmpty()
                ? List.of()
                : type.get().schema().stream()
                        .flatMap(schema -> {
                            try {
                                return subject
                                        .samples()
                                        .responseFault(
                                                schema, JsonMapper.shared().readTree(text))
                                        .stream();
                            } catch (JacksonException notJson) {
                                return Stream.of("it is not JSON");
                            }
                        })
                        .map("what the pact expects does not fit the contract: "::concat)
                        .toList();
    }

    /** The operation that it calls; absent when the contract has none. */
    static Optional<Operation> operation(Subject subject, V4Interaction.SynchronousHttp interaction) {
        RouteResult route = RouteTable.of(subject.contract())
                .route(
                        interaction.getRequest().getMethod(),
                        interaction.getRequest().getPath());
        return route instanceof RouteResult.Matched matched ? Optional.of(matched.operation()) : Optional.empty();
    }

    /** By its code, by its range, else the default one (OAS 3.1 section 4.8.16). */
    private static Optional<ResponseSpec> documented(List<ResponseSpec> responses, int status) {
        return Stream.of(Integer.toString(status), status / 100 + "XX", "default")
                .flatMap(wanted -> responses.stream()
                        .filter(response ->
                                response.status().toUpperCase(Locale.ROOT).equals(wanted.toUpperCase(Locale.ROOT))))
                .findFirst();
    }
}
