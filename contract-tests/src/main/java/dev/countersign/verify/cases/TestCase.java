package dev.countersign.verify.cases;

import dev.countersign.openapi.contract.Operation;
import dev.countersign.openapi.contract.ResponseSpec;
import java.util.List;
import java.util.Optional;

/**
 * One exchange that the contract promises: this request is answered by that response.
 *
 * @param operation the operation
 * @param response the documented response
 * @param status the code that is really sent, also where the document writes a range or {@code default}
 * @param example the name that pairs request and answer; empty where neither has one
 * @param credentials stand-ins for the secrets that the operation demands
 * @param arguments the values of the parameters, in the contract's order; parameters left out are not listed
 * @param body what the request carries; absent when it carries nothing
 * @param answer what the response carries
 */
public record TestCase(
        Operation operation,
        ResponseSpec response,
        int status,
        String example,
        Credentials credentials,
        List<Argument> arguments,
        Optional<Body> body,
        Answer answer) {

    public TestCase {
        arguments = List.copyOf(arguments);
    }

    /** Unique within a contract, and what every report calls this case. */
    public String name() {
        return operation.id() + " answers " + status + (example.isEmpty() ? "" : " (" + example + ")");
    }

    /** Whether the client hands the answer out as a value, and not as an exception. */
    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /** What a provider must have set up before. */
    public State state() {
        return State.of(example, status, answer);
    }

    /** The preference (RFC 7240) by which a mock server is told which documented answer is wanted. */
    public String preference() {
        return answer.replacesExamples() ? "code=" + status + ", dynamic=true" : preference(answer.example());
    }

    /** The preference for this answer's example of a name; for any of them where the name is empty. */
    public String preference(String wanted) {
        return "code=" + status + (wanted.isEmpty() ? "" : ", example=" + quotedUnlessToken(wanted));
    }

    /** The same with another request body. */
    public TestCase withBody(Body other) {
        return new TestCase(operation, response, status, example, credentials, arguments, Optional.of(other), answer);
    }

    /** The same from somebody who shows no credentials. */
    public TestCase withoutCredentials() {
        return new TestCase(operation, response, status, example, Credentials.NONE, arguments, body, answer);
    }

    /** The same with other values for its parameters. */
    public TestCase withArguments(List<Argument> others) {
        return new TestCase(operation, response, status, example, credentials, others, body, answer);
    }

    /** The same with another value for one parameter. */
    TestCase withArgument(Argument other) {
        List<Argument> changed = arguments.stream()
                .map(argument -> argument.parameter().equals(other.parameter()) ? other : argument)
                .toList();
        return withArguments(changed);
    }

    /** The same with another body in the answer. */
    public TestCase withAnswer(Body other) {
        Answer changed = answer.withBody(other);
        return new TestCase(operation, response, status, example, credentials, arguments, body, changed);
    }

    private static String quotedUnlessToken(String text) {
        boolean token = text.chars().allMatch(c -> c < 128 && (Character.isLetterOrDigit(c) || "-_.".indexOf(c) >= 0));
        return token ? text : '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    @Override
    public String toString() {
        return name();
    }
}
