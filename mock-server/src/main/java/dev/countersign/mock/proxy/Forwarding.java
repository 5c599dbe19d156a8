package dev.countersign.mock.proxy;

import dev.countersign.mock.exchange.Header;
import dev.countersign.mock.exchange.MockRequest;
import dev.countersign.mock.exchange.MockResponse;
import dev.countersign.mock.render.Deprecation;
import dev.countersign.mock.render.ProblemBody;
import dev.countersign.mock.render.ViolationsHeader;
import dev.countersign.mock.server.MemoryBudget;
import dev.countersign.mock.server.Reply;
import dev.countersign.mock.validate.ResponseValidator;
import dev.countersign.mock.validate.SequenceExamination;
import dev.countersign.mock.validate.Violation;
import dev.countersign.openapi.contract.Operation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.eclipse.jetty.io.Content;

/**
 * One request on its way to the real server and back. Confined to one exchange; its steps follow each other, on whichever
 * thread.
 */
final class Forwarding {
    /** In bytes; a longer body is not examined as a whole. */
    static final int LONGEST_HELD = 16 * 1024 * 1024;

    /** How long a body of unknown length is held: it may be a stream, whatever its media type says. */
    private static final String NOT_READABLE =
            "the body's coding is not known to the proxy, so that it was not examined";

    private static final long STREAM_AFTER_MILLIS = 2_000;

    private static final String BROKEN = "The upstream's answer breaks the contract.";

    private final Upstream upstream;
    private final ProxySettings settings;
    private final ProxyListener listener;
    private final MemoryBudget budget;
    private final Optional<Operation> operation;
    private final Optional<ResponseValidator> validator;
    private final Optional<StandIn> standIn;
    private final MockRequest request;
    private final Reply reply;
    private final long began = System.nanoTime();
    private final List<Violation> found;

    Forwarding(
            Upstream upstream,
            ProxySettings settings,
            ProxyListener listener,
            MemoryBudget budget,
            Optional<Operation> operation,
            Optional<ResponseValidator> validator,
            List<Violation> found,
            Optional<StandIn> standIn,
            MockRequest request,
            Reply reply) {
        this.standIn = standIn;
        this.upstream = upstream;
        this.settings = settings;
        this.listener = listener;
        this.budget = budget;
        this.operation = operation;
        this.validator = validator;
        this.found = new ArrayList<>(found);
        this.request = request;
        this.reply = reply;
    }

    void begin() {
        reply.later();
        upstream.forward(request, this::answered, this::failed);
    }

    private void failed(UpstreamFailure failure) {
        reply.send(failure.response());
        ended(failure.status(), failure.detail());
    }

    private void answered(UpstreamAnswer answer) {
        MockResponse head = answer.head();
        boolean bodied = isBodied(head);
        List<Violation> broken = validator.map(each -> each.head(head, bodied)).orElse(List.of());
        if (isMissing(head.status(), broken, bodied)) {
            answer.body().fail(new CancellationException());
            standIn(head.status());
            return;
        }
        boolean readable = ResponseValidator.isReadable(head);
        boolean examined = bodied
                && readable
                && validator.filter(each -> each.examinesWhole(head)).isPresent();
        if (settings.problems() && !broken.isEmpty() && !examined) {
            answer.body().fail(new CancellationException());
            refuse(broken);
            return;
        }
        Optional<SequenceExamination> sequence = validator.flatMap(each -> each.sequence(head));
        boolean wanted = readable && broken.isEmpty() && operation.isPresent() && listener.wantsBodyOf(head);
        if (!bodied || sequence.isEmpty() && (examined || wanted)) {
            hold(answer, broken, examined);
        } else {
            found.addAll(broken);
            BodyTap tap = sequence.map(each -> BodyTap.of(each, coding(head))).orElse(BodyTap.NONE);
            stream(head, answer.body(), tap, readable || operation.isEmpty() ? "" : NOT_READABLE);
        }
    }

    private boolean isBodied(MockResponse head) {
        boolean none = request.method().equals("HEAD") || head.status() == 204 || head.status() == 304;
        return !none && !head.header("Content-Length").orElse("").equals("0");
    }

    private static String coding(MockResponse head) {
        return head.header("Content-Encoding").orElse("").strip().toLowerCase(Locale.ROOT);
    }

    private void hold(UpstreamAnswer answer, List<Violation> broken, boolean examined) {
        MockResponse head = answer.head();
        HeldBody body = new HeldBody(answer.body(), answer.announced(), LONGEST_HELD, budget, new HeldBody.Outcome() {
            @Override
            public void whole(byte[] bytes) {
                complete(new MockResponse(head.status(), head.headers(), bytes), broken);
            }

            @Override
            public void tooLong(HeldBody rest) {
                if (settings.problems() && examined) {
                    rest.fail(new CancellationException());
                    Forwarding.this.failed(UpstreamFailure.tooLarge(LONGEST_HELD));
                } else {
                    found.addAll(broken);
                    stream(head, rest, BodyTap.NONE, "the body is too long to be examined");
                }
            }

            @Override
            public void failed(Throwable failure) {
                Forwarding.this.failed(UpstreamFailure.of(failure));
            }
        });
        boolean mayBeStream = !answer.isLengthKnown() && !settings.problems();
        long patience = settings.timeout().toMillis();
        Runnable impatient = () -> {
            if (body.release()) {
                if (mayBeStream) {
                    found.addAll(broken);
                    stream(head, body, lateTap(head), "");
                } else {
                    body.fail(new CancellationException());
                    failed(UpstreamFailure.late());
                }
            }
        };
        long millis = mayBeStream ? Math.min(STREAM_AFTER_MILLIS, patience) : patience;
        body.hold(() -> upstream.after(millis, impatient));
    }

    private BodyTap lateTap(MockResponse head) {
        return validator
                .<BodyTap>map(each -> new WholeTap(each, head, LONGEST_HELD))
                .orElse(BodyTap.NONE);
    }

    private void complete(MockResponse answer, List<Violation> ofHead) {
        List<Violation> broken = new ArrayList<>(ofHead);
        validator.map(each -> each.body(answer)).ifPresent(broken::addAll);
        if (isMissing(answer.status(), broken, answer.body().length > 0)) {
            standIn(answer.status());
            return;
        }
        if (settings.problems() && !broken.isEmpty()) {
            refuse(broken);
            return;
        }
        if (broken.isEmpty() && operation.isPresent() && listener.wantsBodyOf(answer)) {
            validator
                    .flatMap(each -> each.mediaType(answer))
                    .ifPresent(documented ->
                            listener.onAnswer(operation.get(), documented, ResponseValidator.plain(answer)));
        }
        found.addAll(broken);
        reply.send(noted(answer));
        ended(answer.status(), "");
    }

    /** A framework that knows no such path often answers without a body, where the contract describes one. */
    private boolean isMissing(int status, List<Violation> broken, boolean bodied) {
        if (standIn.isEmpty()) {
            return false;
        }
        boolean bare = !bodied
                && !request.method().equals("HEAD")
                && validator.filter(each -> each.describesBody(status)).isPresent();
        return standIn.get().isMissing(status, broken.isEmpty() && !bare);
    }

    private void standIn(int upstreamStatus) {
        MockResponse mocked = standIn.orElseThrow().answerInstead(request, upstreamStatus);
        reply.send(mocked);
        ended(mocked.status(), "answered by the mock, the upstream answered " + upstreamStatus);
    }

    private void refuse(List<Violation> broken) {
        found.addAll(broken);
        reply.send(ProblemBody.of(502, BROKEN)
                .violations(broken)
                .response()
                .with(UpstreamFailure.mark("http_protocol_error")));
        ended(502, BROKEN);
    }

    private void stream(MockResponse head, Content.Source body, BodyTap tap, String note) {
        List<Violation> late = new ArrayList<>();
        Consumer<List<Violation>> onEnd = violations -> {
            late.addAll(violations);
            found.addAll(violations);
            ended(head.status(), note);
        };
        MockResponse noted = noted(head);
        reply.stream(
                noted,
                new PassedBody(body, tap, onEnd),
                () -> late.isEmpty() ? List.of() : List.of(ViolationsHeader.of(late)));
    }

    private MockResponse noted(MockResponse answer) {
        MockResponse noted =
                operation.map(each -> Deprecation.noted(each, answer)).orElse(answer);
        Optional<Header> violations =
                found.isEmpty() ? Optional.empty() : Optional.of(ViolationsHeader.of(List.copyOf(found)));
        return violations.map(noted::with).orElse(noted);
    }

    private void ended(int status, String note) {
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        listener.onEnd(
                new ProxiedExchange(request.method(), request.path(), status, operation, found, note, true, took));
    }
}
