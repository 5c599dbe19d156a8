package dev.countersign.client.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One call from the arguments to the typed answer, on one connection that stays open. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class CallBenchmark {
    /** Which client. */
    @Param({"RAW", "STOCK", "STOCK_JDK", "OURS"})
    @SuppressWarnings("NullAway.Init")
    public String contender;

    @SuppressWarnings("NullAway.Init")
    private Contender.Client client;

    /** Makes the client of the server that {@link CompareClients} has started. */
    @Setup
    public void connect() {
        client = Contender.valueOf(contender).at("http://127.0.0.1:" + Integer.getInteger("bench.port"));
    }

    /** One call. */
    @Benchmark
    public Object call() throws Exception {
        return client.call();
    }
}
