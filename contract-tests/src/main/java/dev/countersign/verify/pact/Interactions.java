package dev.countersign.verify.pact;

import au.com.dius.pact.core.model.ContentType;
import au.com.dius.pact.core.model.HttpRequest;
import au.com.dius.pact.core.model.HttpResponse;
import au.com.dius.pact.core.model.OptionalBody;
import au.com.dius.pact.core.model.ProviderState;
import au.com.dius.pact.core.model.V4Interaction;
import au.com.dius.pact.core.model.matchingrules.RegexMatcher;
import au.com.dius.pact.core.model.matchingrules.TypeMatcher;
import dev.countersign.openapi.contract.Contract;
import dev.countersign.openapi.contract.HeaderSpec;
import dev.countersign.verify.cases.AnswerHeaders;
import dev.countersign.verify.cases.Body;
import dev.countersign.verify.cases.RequestLine;
import dev.countersign.verify.cases.SchemaSamples;
import dev.countersign.verify.cases.TestCase;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes a case down as an interaction of a V4 pact. */
public final class Interactions {
    private final AnswerHeaders answerHeaders;

    /** Interactions of this contract. */
    public Interactions(Contract contract) {
        this.answerHeaders = new AnswerHeaders(new SchemaSamples(contract));
    }

    /** What is really sent and answered in a case. */
    public V4Interaction.SynchronousHttp of(TestCase testCase) {
        return of(testCase, testCase.answer().body());
    }

    /**
     * What both sides agree on, as far as Pact can say it; its description is the case's name. The request is literal. The
     * answer is the example, with rules that let a real provider answer with other values of the same types.
     */
    public V4Interaction.SynchronousHttp agreed(TestCase testCase) {
        return of(testCase, testCase.answer().body().flatMap(PactLimits::sayable));
    }

    private V4Interaction.SynchronousHttp of(TestCase testCase, Optional<Body> answer) {
        RequestLine line = RequestLine.of(testCase);
        HttpRequest request = new HttpRequest(
                testCase.operation().method(),
                line.path(),
                line.query(),
                withContentType(line.headers(), testCase.body()),
                body(testCase.body()));
        testCase.body()
                .filter(WireText::isMultipart)
                .ifPresent(body -> request.getMatchingRules()
                        .addCategory("header")
                        .addRule("Content-Type", new RegexMatcher(body.essence() + ";.*boundary=.+")));
        HttpResponse response = new HttpResponse(
                testCase.status(),
                withContentType(required(testCase), testCase.answer().body()),
                body(answer));
        required(testCase)
                .keySet()
                .forEach(name ->
                        response.getMatchingRules().addCategory("header").addRule(name, TypeMatcher.INSTANCE));
        testCase.answer()
                .body()
                .filter(Body::isJson)
                .ifPresent(body -> TypeRules.add(response.getMatchingRules().addCategory("body"), body));
        return new V4Interaction.SynchronousHttp(testCase.name(), List.of(state(testCase)), request, response);
    }

    /** Only what every provider has to send; the rest may depend on more than the request. */
    private Map<String, List<String>> required(TestCase testCase) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        answerHeaders.of(testCase).stream()
                .filter(HeaderSpec::required)
                .forEach(header -> headers.put(header.name(), List.of(answerHeaders.text(header))));
        return headers;
    }

    private static ProviderState state(TestCase testCase) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("operation", testCase.operation().id());
        parameters.put("status", testCase.status());
        testCase.state().parameters().forEach((name, value) -> parameters.put(name, plain(value)));
        return new ProviderState(testCase.state().name(), parameters);
    }

    private static Object plain(tools.jackson.databind.JsonNode value) {
        return value.isInt() ? value.asInt() : value.isBoolean() ? value.asBoolean() : value.asString();
    }

    private static Map<String, List<String>> withContentType(Map<String, List<String>> headers, Optional<Body> body) {
        Map<String, List<String>> all = new LinkedHashMap<>(headers);
        body.ifPresent(b -> all.put("Content-Type", List.of(WireText.contentType(b))));
        return all;
    }

    private static OptionalBody body(Optional<Body> body) {
        return body.map(b -> OptionalBody.body(WireText.of(b), contentType(b))).orElseGet(OptionalBody::missing);
    }

    /** Pact takes whatever is called json at its end for JSON, and would parse it. */
    private static ContentType contentType(Body body) {
        ContentType type = new ContentType(WireText.contentType(body));
        return type.isJson() && !body.isJson() ? ContentType.getOCTET_STEAM() : type;
    }
}
