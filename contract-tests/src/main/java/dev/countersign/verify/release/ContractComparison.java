package dev.countersign.verify.release;

import dev.countersign.openapi.contract.Contract;
import dev.countersign.openapi.contract.Operation;
import dev.countersign.openapi.contract.RequestBody;
import dev.countersign.openapi.contract.Server;
import dev.countersign.openapi.schema.Direction;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Compares a contract with the one that was released last. Operations belong together by method and path. */
public final class ContractComparison {
    private final Contract released;
    private final Contract current;
    private final MessageComparison requests;
    private final ParameterComparison parameters;
    private final AnswerComparison answers;
    private final SecurityComparison security;
    private final List<Change> changes = new ArrayList<>();

    private ContractComparison(Contract released, Contract current) {
        this.released = released;
        this.current = current;
        requests = new MessageComparison(released, current, Direction.REQUEST);
        parameters = new ParameterComparison(requests);
        answers = new AnswerComparison(new MessageComparison(released, current, Direction.RESPONSE));
        security = new SecurityComparison(released, current);
    }

    /** Every change that a consumer can notice, in the order of the released document; what is new comes last. */
    public static List<Change> between(Contract released, Contract current) {
        return new ContractComparison(released, current).compare();
    }

    private List<Change> compare() {
        servers();
        OperationPairs pairs = OperationPairs.of(released.operations(), current.operations());
        for (Operation before : released.operations()) {
            pairs.current(before)
                    .ifPresentOrElse(
                            after -> compare(before, after),
                            () -> add(before, Finding.breaking("", "the operation is gone", "stop calling it")));
        }
        pairs.added().forEach(o -> add(o, Finding.compatible("", "a new operation", "you may call it")));
        webhooks();
        return List.copyOf(changes);
    }

    private void compare(Operation before, Operation after) {
        Consumer<Finding> found = finding -> add(before, finding);
        if (!before.id().equals(after.id())) {
            found.accept(Finding.compatible(
                    "", "its operationId is " + after.id() + " now", "generated clients call it by that name"));
        }
        if (!before.deprecated() && after.deprecated()) {
            found.accept(Finding.compatible("", "the operation is deprecated now", "plan to do without it"));
        }
        parameters.compare(before, after, found);
        body(before.requestBody(), after.requestBody(), found);
        answers.compare(before, after, found);
        security.compare(before, after, found);
        callbacks(before, after, found);
    }

    private void body(Optional<RequestBody> before, Optional<RequestBody> after, Consumer<Finding> found) {
        if (before.isPresent() && after.isEmpty()) {
            found.accept(Finding.breaking("request body", "the request has no body any more", "stop sending it"));
        } else if (before.isEmpty() && after.isPresent()) {
            found.accept(
                    after.get().required()
                            ? Finding.breaking("request body", "the request needs a body now", "send it")
                            : Finding.compatible("request body", "the request may have a body now", "you may send it"));
        } else if (before.isPresent()) {
            if (!before.get().required() && after.orElseThrow().required()) {
                found.accept(Finding.breaking("request body", "the body is required now", "always send it"));
            }
            requests.content(
                    "request body", before.get().content(), after.orElseThrow().content(), found);
        }
    }

    private void callbacks(Operation before, Operation after, Consumer<Finding> found) {
        changed(
                "callback",
                new RawParts(released, before.pointer() + "/callbacks"),
                new RawParts(current, after.pointer() + "/callbacks"),
                found);
    }

    private void webhooks() {
        changed(
                "webhook",
                new RawParts(released, "/webhooks"),
                new RawParts(current, "/webhooks"),
                finding -> changes.add(new Change(
                        finding.breaking(),
                        Change.EVERYWHERE,
                        Change.EVERYWHERE,
                        finding.place(),
                        finding.what(),
                        finding.advice())));
    }

    /** What the server sends of its own accord is compared as a whole: any difference counts as a break. */
    private static void changed(String kind, RawParts before, RawParts after, Consumer<Finding> found) {
        before.names().forEach(name -> {
            if (!after.names().contains(name)) {
                found.accept(Finding.breaking(kind + " " + name, "the " + kind + " is gone", "stop waiting for it"));
            } else if (!before.text(name).equals(after.text(name))) {
                found.accept(Finding.breaking(
                        kind + " " + name, "the " + kind + " is another one", "read the new document"));
            }
        });
        after.names().stream()
                .filter(name -> !before.names().contains(name))
                .forEach(name ->
                        found.accept(Finding.compatible(kind + " " + name, "a new " + kind, "you may listen to it")));
    }

    private void servers() {
        Set<String> now = urls(current);
        urls(released).stream()
                .filter(url -> !now.contains(url))
                .forEach(url -> changes.add(new Change(
                        true,
                        Change.EVERYWHERE,
                        Change.EVERYWHERE,
                        "server " + url,
                        "the server is gone",
                        "call one of " + String.join(", ", now))));
    }

    private static Set<String> urls(Contract contract) {
        Set<String> urls = new LinkedHashSet<>();
        contract.servers().forEach(server -> urls.add(server.url()));
        contract.operations()
                .forEach(operation ->
                        operation.servers().stream().map(Server::url).forEach(urls::add));
        return urls;
    }

    private void add(Operation operation, Finding finding) {
        changes.add(new Change(
                finding.breaking(),
                operation.id(),
                OperationPairs.endpoint(operation),
                finding.place(),
                finding.what(),
                finding.advice()));
    }
}
