package dev.countersign.mock.bench;

import dev.countersign.mock.Mock;
import dev.countersign.mock.MockOptions;
import dev.countersign.mock.exchange.Header;
import dev.countersign.mock.exchange.MockRequest;
import dev.countersign.mock.exchange.MockResponse;
import dev.countersign.openapi.ContractLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** The engine without a socket: time and allocated bytes from {@link MockRequest} to {@link MockResponse}. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 1,
        jvmArgsAppend = {"-XX:+UseSerialGC", "-Xms24m", "-Xmn8m"})
public class EngineBenchmark {
    /** How many operations the document has. */
    @Param({"4", "1000"})
    @SuppressWarnings("NullAway.Init")
    public String operations;

    @SuppressWarnings("NullAway.Init")
    private Mock mock;

    @SuppressWarnings("NullAway.Init")
    private MockRequest valid;

    @SuppressWarnings("NullAway.Init")
    private MockRequest invalid;

    /** Runs this benchmark with the profiler that counts allocated bytes. */
    public static void main(String[] args) throws RunnerException {
        new Runner(new OptionsBuilder()
                        .include(EngineBenchmark.class.getSimpleName())
                        .addProfiler(GCProfiler.class)
                        .build())
                .run();
    }

    /** Loads the document once. */
    @Setup
    public void load() throws IOException {
        Path folder = Files.createTempDirectory("engine-benchmark");
        BenchmarkDocument document = BenchmarkDocument.write(folder, Integer.parseInt(operations));
        mock = Mock.compile(ContractLoader.load(document.file()).contract(), MockOptions.DEFAULTS);
        valid = request(document, BenchmarkDocument.VALID);
        invalid = request(document, BenchmarkDocument.INVALID);
    }

    private static MockRequest request(BenchmarkDocument document, String body) {
        List<Header> headers =
                List.of(new Header("Content-Type", "application/json"), new Header("Accept", "application/json"));
        return MockRequest.of("POST", document.path(), headers, body);
    }

    /** A valid body of two properties. */
    @Benchmark
    public MockResponse valid() {
        return mock.answer(valid);
    }

    /** A body with one wrong and one missing property, refused in the contract's own form. */
    @Benchmark
    public MockResponse invalid() {
        return mock.answer(invalid);
    }
}
