package dev.countersign.verify.provider;

import au.com.dius.pact.core.model.OptionalBody;
import au.com.dius.pact.core.model.V4Interaction;
import au.com.dius.pact.provider.ProviderResponse;
import dev.countersign.openapi.contract.SchemaNode;
import dev.countersign.verify.cases.AnswerHeaders;
import dev.countersign.verify.cases.Body;
import dev.countersign.verify.cases.JsonDifference;
import dev.countersign.verify.cases.Samples;
import dev.countersign.verify.cases.TestCase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * Judges a provider's answer to one case: by Pact, by the answer's schema, and, for a mock server that promises the
 * documented examples, by the example itself.
 */
public final class Judgement {
    private static final ObjectMapper JSON = JsonMapper.shared();

    private final Replay replay;
    private final Samples samples;
    private final boolean literal;

    /**
     * Judges with a contract's schemas.
     *
     * @param literal whether a documented answer must be the example, and not merely like it
     */
    public Judgement(Replay replay, Samples samples, boolean literal) {
        this.replay = replay;
        this.samples = samples;
        this.literal = literal;
    }

    /** What is wrong with the provider's answer, one line each; empty when it keeps the contract. */
    public List<String> of(
            TestCase testCase,
            V4Interaction.SynchronousHttp interaction,
            Map<String, String> headers,
            Map<String, String> query) {
        if (!testCase.answer().documented()) {
            // Nothing is promised but the status, the media type and the schema: a generated value is one of many.
            interaction.getResponse().setBody(OptionalBody.missing());
            if (testCase.answer().body().filter(body -> body.schema().isEmpty()).isPresent()) {
                // Nothing at all is said of its content, which may be empty, and then has no media type.
                interaction.getResponse().getHeaders().remove("Content-Type");
            }
        }
        Replay.Verdict verdict = replay.of(interaction, headers, query);
        Optional<Body> expected = testCase.answer().body();
        boolean empty = text(verdict.answer()).isEmpty();
        boolean free = !testCase.answer().documented()
                && expected.flatMap(Body::schema).isEmpty();
        if (empty
                && !free
                && verdict.answer().isPresent()
                && expected.map(Body::isJson).orElse(false)) {
            return List.of("body: there is none");
        }
        List<String> failures = new ArrayList<>(verdict.failures());
        if (failures.isEmpty()
                && !(empty && free)
                && expected.isPresent()
                && expected.get().isJson()) {
            failures.addAll(body(testCase, expected.get(), verdict.answer()));
        }
        if (failures.isEmpty() && expected.filter(Body::isSequence).isPresent()) {
            failures.addAll(new SequenceCheck(
                            expected.get(),
                            samples,
                            literal && testCase.answer().documented())
                    .failures(text(verdict.answer())));
        }
        if (verdict.failures().isEmpty()) {
            verdict.answer()
                    .ifPresent(answer -> failures.addAll(new AnswerHeaders(samples)
                            .faults(testCase, name -> values(answer.getHeaders(), name), literal)));
        }
        return failures;
    }

    private static List<String> values(Map<String, List<String>> headers, String name) {
        return headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .flatMap(header -> header.getValue().stream())
                .toList();
    }

    private static String text(Optional<ProviderResponse> answer) {
        return answer.flatMap(each -> Optional.ofNullable(each.getBody()))
                .map(OptionalBody::valueAsString)
                .orElse("");
    }

    private List<String> body(TestCase testCase, Body expected, Optional<ProviderResponse> answer) {
        JsonNode actual;
        try {
            actual = JSON.readTree(text(answer));
        } catch (JacksonException e) {
            return List.of("body: is not JSON");
        }
        List<String> failures = new ArrayList<>();
        if (literal && testCase.answer().documented()) {
            JsonDifference.between(expected.value(), actual).forEach(line -> failures.add("body: " + line));
        }
        Optional<SchemaNode> schema = expected.schema();
        schema.flatMap(s -> samples.responseFault(s, actual))
                .ifPresent(fault -> failures.add("body: does not fit its schema: " + fault));
        return failures;
    }
}
