package dev.countersign.mock.cli.served;

import dev.countersign.mock.cli.log.LogLine;
import dev.countersign.mock.cli.log.RequestLog;
import dev.countersign.mock.exchange.MockResponse;
import dev.countersign.mock.proxy.ProxiedExchange;
import dev.countersign.mock.proxy.ProxyListener;
import dev.countersign.mock.recording.Recorder;
import dev.countersign.mock.validate.Violation;
import dev.countersign.openapi.contract.MediaTypeSpec;
import dev.countersign.openapi.contract.Operation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Prints what passes through the proxy, and keeps it where a recording is wanted. */
public record ProxyNotes(Optional<Recorder> recorder, Optional<RequestLog> log) implements ProxyListener {
    private static final int SHOWN = 5;

    @Override
    public boolean wantsBodyOf(MockResponse head) {
        return recorder.isPresent() && Recorder.keeps(head);
    }

    @Override
    public void onAnswer(Operation operation, MediaTypeSpec documented, MockResponse answer) {
        recorder.ifPresent(each -> each.onAnswer(operation, documented, answer));
    }

    @Override
    public void onEnd(ProxiedExchange exchange) {
        log.ifPresent(each -> each.add(new LogLine(
                Instant.now(),
                exchange.method(),
                exchange.path(),
                exchange.status(),
                exchange.operation().map(Operation::id).orElse(""),
                exchange.took().toNanos(),
                reason(exchange))));
    }

    private static String reason(ProxiedExchange exchange) {
        List<String> reasons = new ArrayList<>();
        if (exchange.operation().isEmpty()) {
            reasons.add("no operation of the contract fits");
        } else {
            exchange.violations().stream().limit(SHOWN).map(Violation::sentence).forEach(reasons::add);
        }
        if (exchange.violations().size() > SHOWN) {
            reasons.add("and " + (exchange.violations().size() - SHOWN) + " more");
        }
        if (!exchange.note().isEmpty()) {
            reasons.add(exchange.note());
        }
        return String.join("; ", reasons);
    }
}
