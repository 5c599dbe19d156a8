package dev.countersign.verify.release;

import dev.countersign.openapi.contract.HeaderSpec;
import dev.countersign.openapi.contract.Operation;
import dev.countersign.openapi.contract.ResponseSpec;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** Compares the documented answers of an operation. */
final class AnswerComparison {
    private final MessageComparison answers;

    AnswerComparison(MessageComparison answers) {
        this.answers = answers;
    }

    void compare(Operation before, Operation after, Consumer<Finding> found) {
        for (ResponseSpec old : before.responses()) {
            covering(old.status(), after.responses())
                    .ifPresentOrElse(
                            now -> compare(old, now, found),
                            () -> found.accept(Finding.breaking(
                                    "answer " + old.status(),
                                    "the answer is not documented any more",
                                    "look what is answered instead")));
        }
        for (ResponseSpec now : after.responses()) {
            if (before.responses().stream().noneMatch(old -> old.status().equals(now.status()))) {
                found.accept(Finding.compatible("answer " + now.status(), "a new answer", "be ready for it"));
            }
        }
    }

    /** The response of this status, else the range that it lies in, else the default. */
    private static Optional<ResponseSpec> covering(String status, List<ResponseSpec> responses) {
        return named(status, responses)
                .or(() -> named(status.charAt(0) + "XX", responses))
                .or(() -> named("default", responses));
    }

    private static Optional<ResponseSpec> named(String status, List<ResponseSpec> responses) {
        return responses.stream()
                .filter(response -> response.status().equals(status))
                .findFirst();
    }

    private void compare(ResponseSpec before, ResponseSpec after, Consumer<Finding> found) {
        String place = "answer " + before.status();
        for (HeaderSpec old : before.headers()) {
            String header = place + ", header " + old.name();
            header(old.name(), after)
                    .ifPresentOrElse(
                            now -> compare(header, old, now, found),
                            () -> found.accept(Finding.breaking(header, "the header is gone", "stop reading it")));
        }
        for (HeaderSpec now : after.headers()) {
            if (header(now.name(), before).isEmpty()) {
                found.accept(Finding.compatible(place + ", header " + now.name(), "a new header", "you may read it"));
            }
        }
        answers.content(place, before.content(), after.content(), found);
    }

    private void compare(String place, HeaderSpec before, HeaderSpec after, Consumer<Finding> found) {
        if (before.required() && !after.required()) {
            found.accept(Finding.breaking(place, "the header may be missing now", "be ready for it to be missing"));
        }
        answers.schema(place, before.schema(), after.schema(), found);
    }

    private static Optional<HeaderSpec> header(String name, ResponseSpec response) {
        return response.headers().stream()
                .filter(header -> header.name().toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT)))
                .findFirst();
    }
}
