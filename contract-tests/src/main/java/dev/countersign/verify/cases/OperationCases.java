package dev.countersign.verify.cases;

import dev.countersign.openapi.contract.Operation;
import dev.countersign.openapi.contract.ResponseSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Pairs the examples of one operation by name. A lone example pairs with every name; an answer without a partner is
 * given the operation's first request; a request without a partner belongs to the lone answer of the first success. What
 * pairs with nothing is noted.
 */
final class OperationCases {
    private final Operation operation;
    private final Credentials credentials;
    private final Samples samples;
    private final List<String> notes;
    private final RequestExamples requests;
    private final AnswerExamples answers;

    OperationCases(Operation operation, Credentials credentials, Samples samples, List<String> notes) {
        this.operation = operation;
        this.credentials = credentials;
        this.samples = samples;
        this.notes = notes;
        this.requests = new RequestExamples(operation, samples, notes);
        this.answers = new AnswerExamples(operation, samples, notes);
    }

    List<TestCase> derive() {
        Map<String, TestCase> cases = new LinkedHashMap<>();
        List<String> unanswered = unanswered();
        boolean waiting = true;
        for (ResponseSpec response : operation.responses()) {
            OptionalInt status = StatusCode.of(operation, response);
            if (status.isEmpty()) {
                notes.add(operation.id() + ": response " + response.status() + " ends no exchange and is left out");
                continue;
            }
            for (Answer answer : answers.of(response, status.getAsInt())) {
                boolean lone = answer.example().isEmpty();
                List<String> names = List.of(answer.example());
                if (lone && waiting && status.getAsInt() / 100 == 2 && !unanswered.isEmpty()) {
                    names = unanswered;
                    waiting = false;
                }
                for (String name : names) {
                    TestCase testCase = testCase(response, status.getAsInt(), name, answer);
                    Optional<String> misfit = Misfit.of(testCase, samples);
                    misfit.ifPresent(text -> notes.add(testCase.name() + " is left out: " + text));
                    if (misfit.isEmpty()) {
                        cases.putIfAbsent(testCase.name(), testCase);
                    }
                }
            }
        }
        if (waiting) {
            unanswered.forEach(name -> notes.add(operation.id() + ": request example \"" + name
                    + "\" has no answer of that name and is never sent"));
        }
        return List.copyOf(cases.values());
    }

    /** The named requests that no answer is named after. */
    private List<String> unanswered() {
        List<String> names = new ArrayList<>(requests.bodyNames());
        for (ResponseSpec response : operation.responses()) {
            MediaTypes.preferred(response.content())
                    .ifPresent(type -> type.examples().forEach(example -> names.remove(example.name())));
        }
        return names;
    }

    private TestCase testCase(ResponseSpec response, int status, String name, Answer answer) {
        if (!name.isEmpty() && !requests.pairsWith(name)) {
            notes.add(operation.id() + ": answer " + status + " \"" + name
                    + "\" has no request example of that name; the first one is sent");
        }
        return new TestCase(
                operation, response, status, name, credentials, requests.arguments(name), requests.body(name), answer);
    }
}
