package dev.countersign.verify.witness;

import dev.countersign.openapi.contract.SchemaNode;
import dev.countersign.verify.cases.AnswerHeaders;
import dev.countersign.verify.cases.Body;
import dev.countersign.verify.cases.SchemaSamples;
import dev.countersign.verify.cases.TestCase;
import dev.countersign.verify.provider.Relay;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is wrong with an answer that Prism has made itself. Its sampler does not know every keyword, and its CORS layer
 * writes its own values over documented header fields.
 */
record PrismAnswer(SchemaSamples samples) {
    Optional<String> mistake(TestCase testCase, Relay.Answer answer) {
        if (testCase.answer().body().filter(Body::isSequence).isPresent()) {
            return Optional.of("it writes a sequence of values as one");
        }
        return body(testCase, answer).or(() -> headers(testCase, answer));
    }

    private Optional<String> body(TestCase testCase, Relay.Answer answer) {
        return Optional.of(testCase.answer())
                .filter(wanted -> !wanted.documented())
                .flatMap(wanted -> wanted.body().filter(Body::isJson).flatMap(Body::schema))
                .flatMap(schema -> fault(schema, answer.text()))
                .map(fault -> "what it makes up does not fit the schema: " + fault);
    }

    private Optional<String> headers(TestCase testCase, Relay.Answer answer) {
        return new AnswerHeaders(samples)
                .faults(testCase, answer.headers()::allValues, false).stream()
                        .findFirst()
                        .map(fault -> "what it answers does not fit the contract: " + fault);
    }

    private Optional<String> fault(SchemaNode schema, String text) {
        try {
            JsonNode value = JsonMapper.shared().readTree(text);
            return samples.responseFault(schema, value);
        } catch (JacksonException e) {
            return Optional.of("it is not JSON");
        }
    }
}
