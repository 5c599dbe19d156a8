package dev.countersign.verify.pages;

import dev.countersign.openapi.contract.Contract;
import dev.countersign.openapi.contract.Operation;
import dev.countersign.verify.cases.TestCase;
import dev.countersign.verify.client.ClientCall;
import dev.countersign.verify.pact.Subject;
import dev.countersign.verify.provider.OwnMock;
import dev.countersign.verify.report.Checks;
import dev.countersign.verify.report.Layer;
import dev.countersign.verify.report.Outcome;
import dev.countersign.verify.report.Step;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Client and mock server agree about what is on the first two pages of every list that comes in pages. */
public record PagesStep(Subject subject, ClientCall call, OwnMock mock) implements Step {
    private static final Layer PAGES = Layer.ofOperations(
            "two pages",
            "The generated client walks from the first page of a list to the second, as x-pagination says.");

    /** Whether there is anything to do. */
    public static boolean isNeeded(Contract contract) {
        return contract.operations().stream().anyMatch(each -> each.pagination().isPresent());
    }

    @Override
    public String name() {
        return "pages";
    }

    @Override
    public List<Layer> layers() {
        return List.of(PAGES);
    }

    @Override
    public void run(Checks checks) {
        for (Operation operation : subject.contract().operations()) {
            if (operation.pagination().isPresent()) {
                checks.check(PAGES, operation.id(), operation.id() + ": two pages", () -> walk(operation));
            }
        }
    }

    private Outcome walk(Operation operation) {
        Optional<TestCase> success = subject.cases().stream()
                .filter(each -> each.operation().equals(operation) && each.isSuccess())
                .findFirst();
        if (success.isEmpty()) {
            return Outcome.passedOver(operation.id() + " has no case with a success");
        }
        PagedCase paged = PagedCase.of(success.get());
        if (paged.obstacle().isPresent()) {
            return Outcome.passedOver(operation.id() + ": " + paged.obstacle().get());
        }
        List<List<JsonNode>> expected = paged.pages();
        List<List<JsonNode>> found = call.pages(mock.url(), paged.request(), expected.size());
        return Outcome.of(
                "",
                "the first two pages of " + operation.id() + " (" + operation.method() + " " + operation.path()
                        + ") are not those of the example, one item each",
                found.equals(expected) ? List.of() : List.of("expected " + expected + ", but the client got " + found));
    }
}
