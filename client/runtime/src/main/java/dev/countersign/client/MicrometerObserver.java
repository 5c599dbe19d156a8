package dev.countersign.client;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;

/**
 * Times every attempt with Micrometer, as the timer {@value #TIMER}. Needs {@code io.micrometer:micrometer-core}, which
 * the client does not bring. Thread-safe.
 *
 * <p>The tags hold what the contract says and nothing that a caller or server does: {@code operation} (method and path
 * template), {@code method}, {@code status} ({@code none} without an answer), {@code outcome} ({@code success},
 * {@code redirection}, {@code client_error}, {@code server_error}, or a {@link TransportException.Kind} in lower case)
 * and {@code attempt} ({@code first} or {@code retry}).
 */
public final class MicrometerObserver implements CallObserver {
    /** The timer's name. */
    public static final String TIMER = "countersign.client.attempts";

    private final MeterRegistry registry;

    /** Times attempts in a registry. */
    @SuppressWarnings("exports") // Who has a registry requires Micrometer's module already.
    public MicrometerObserver(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void onResponse(CallInfo call, ReceivedResponse response, Duration took) {
        record(call, String.valueOf(response.status()), outcome(response.status()), took);
    }

    @Override
    public void onFailure(CallInfo call, TransportException failure, Duration took) {
        record(call, "none", failure.kind().name().toLowerCase(Locale.ROOT), took);
    }

    private void record(CallInfo call, String status, String outcome, Duration took) {
        Timer.builder(TIMER)
                .description("Attempts to call an operation of the contract")
                .tag("operation", call.operation())
                .tag("method", call.method())
                .tag("status", status)
                .tag("outcome", outcome)
                .tag("attempt", call.attempt() == 1 ? "first" : "retry")
                .register(registry)
                .record(took);
    }

    private static String outcome(int status) {
        return switch (status / 100) {
            case 2 -> "success";
            case 3 -> "redirection";
            case 4 -> "client_error";
            case 5 -> "server_error";
            default -> "unknown";
        };
    }
}
