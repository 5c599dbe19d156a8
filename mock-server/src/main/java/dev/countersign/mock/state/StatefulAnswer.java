package dev.countersign.mock.state;

import dev.countersign.mock.choose.Choice;
import dev.countersign.mock.exchange.Header;
import dev.countersign.mock.exchange.MockResponse;
import dev.countersign.mock.render.ProblemBody;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An answer out of what was requested before.
 *
 * @param choice a documented response, its body perhaps made for this request
 * @param problem the response where the contract has none; absent when it has one
 * @param headers fields to send in place of the documented samples of theirs
 */
public record StatefulAnswer(Choice choice, Optional<MockResponse> problem, List<Header> headers) {
    /** Says why an answer is the documented one although something was remembered. */
    public static final String UNUSED = "Countersign-State-Unused";

    public StatefulAnswer {
        headers = List.copyOf(headers);
    }

    /** An answer as the document has it. */
    public static StatefulAnswer of(Choice choice) {
        return new StatefulAnswer(choice, Optional.empty(), List.of());
    }

    /** What the contract has no words for. */
    public static StatefulAnswer problem(int status, String detail) {
        return new StatefulAnswer(
                new Choice.Refused(status, Optional.empty()),
                Optional.of(ProblemBody.of(status, detail).response()),
                List.of());
    }

    /** The same with one more header field. */
    public StatefulAnswer with(Header header) {
        List<Header> more = new ArrayList<>(headers);
        more.add(header);
        return new StatefulAnswer(choice, problem, more);
    }

    /** Whether nothing kept what is remembered from being sent. */
    public boolean isAsRemembered() {
        return headers.stream().noneMatch(header -> header.name().equals(UNUSED));
    }

    /** A rendered response with this answer's own header fields. */
    public MockResponse applied(MockResponse rendered) {
        List<Header> fields = new ArrayList<>(rendered.headers());
        for (Header own : headers) {
            fields.removeIf(field -> field.name().equalsIgnoreCase(own.name()));
        }
        fields.addAll(headers);
        return new MockResponse(rendered.status(), fields, rendered.body());
    }
}
