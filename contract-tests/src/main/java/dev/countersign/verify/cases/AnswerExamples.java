package dev.countersign.verify.cases;

import dev.countersign.openapi.contract.Example;
import dev.countersign.openapi.contract.MediaTypeSpec;
import dev.countersign.openapi.contract.Operation;
import dev.countersign.openapi.contract.ResponseSpec;
import dev.countersign.openapi.contract.SchemaNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What an operation's responses are documented to carry. */
final class AnswerExamples {
    private final Operation operation;
    private final Samples samples;
    private final List<String> notes;

    AnswerExamples(Operation operation, Samples samples, List<String> notes) {
        this.operation = operation;
        this.samples = samples;
        this.notes = notes;
    }

    /** One answer for each valid example, and a generated one where there is none; never empty. */
    List<Answer> of(ResponseSpec response, int status) {
        Optional<MediaTypeSpec> type = MediaTypes.preferred(response.content());
        if (type.isEmpty() || StatusCode.hasNoBody(status) || operation.method().equals("HEAD")) {
            return List.of(Answer.empty());
        }
        List<Answer> answers = new ArrayList<>();
        for (Example example : type.get().examples()) {
            example.value()
                    .filter(value -> isValid(type.get(), status, example, value))
                    .ifPresent(value -> answers.add(new Answer(
                            example.name(),
                            Optional.of(Body.of(type.get(), value)),
                            value.isString() || !MediaTypes.isXml(type.get().name()),
                            false,
                            example.extensions())));
        }
        if (answers.isEmpty()) {
            SchemaNode schema = type.get()
                    .schema()
                    .orElseGet(() -> SchemaNode.anything(type.get().pointer()));
            boolean misfit = type.get().examples().stream()
                    .anyMatch(example -> example.value().isPresent());
            answers.add(Answer.generated(Body.of(type.get(), samples.response(schema)), misfit));
        }
        return answers;
    }

    private boolean isValid(MediaTypeSpec type, int status, Example example, JsonNode value) {
        Optional<String> fault = type.schema().flatMap(schema -> samples.responseFault(schema, value));
        fault.ifPresent(text -> notes.add(operation.id() + ": answer " + status + " \"" + example.name()
                + "\" does not fit its schema and is left out: " + text));
        return fault.isEmpty();
    }
}
