package dev.countersign.mock;

import dev.countersign.mock.choose.ChoiceOptions;
import dev.countersign.mock.choose.ResponseChooser;
import dev.countersign.mock.render.RenderOptions;
import dev.countersign.mock.render.ResponseRenderer;
import dev.countersign.mock.sample.SampleGenerator;
import dev.countersign.mock.validate.RequestValidator;
import dev.countersign.openapi.contract.Contract;
import dev.countersign.openapi.contract.Operation;
import dev.countersign.openapi.schema.Direction;
import dev.countersign.openapi.schema.Schemas;
import java.util.IdentityHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The operations of a contract, each compiled when it is first asked for: a start does not wait for all of them. */
final class CompiledOperations {
    private final IdentityHashMap<Operation, Lazy> operations = new IdentityHashMap<>();
    private final Function<Operation, CompiledOperation> compiler;
    private final ResponseRenderer renderer;

    private CompiledOperations(
            Contract contract, Function<Operation, CompiledOperation> compiler, ResponseRenderer renderer) {
        this.compiler = compiler;
        this.renderer = renderer;
        contract.operations().forEach(operation -> operations.put(operation, new Lazy(operation)));
    }

    static CompiledOperations of(Contract contract, MockOptions options) {
        Schemas schemas = Schemas.of(contract);
        SampleGenerator generator = SampleGenerator.of(contract, schemas);
        AtomicLong seeds = new AtomicLong(options.seed());
        ChoiceOptions choice = new ChoiceOptions(
                options.dynamic(),
                options.ignoreExamples(),
                options.problemsOnly(),
                options.forgiving(),
                seeds::incrementAndGet);
        return new CompiledOperations(
                contract,
                operation -> new CompiledOperation(
                        RequestValidator.of(operation, contract, schemas, options.strict()),
                        ResponseChooser.of(operation, choice)),
                ResponseRenderer.of(
                        contract,
                        schemas,
                        (schema, seed) -> generator.sample(schema, Direction.RESPONSE, seed),
                        new RenderOptions(options.violationsInExamples(), options.seed())));
    }

    CompiledOperation get(Operation operation) {
        Lazy lazy = operations.get(operation);
        if (lazy == null) {
            throw new IllegalArgumentException("not an operation of this contract: " + operation.id());
        }
        return lazy.get();
    }

    ResponseRenderer renderer() {
        return renderer;
    }

    private final class Lazy {
        private final Operation operation;
        private volatile @Nullable CompiledOperation compiled;

        Lazy(Operation operation) {
            this.operation = operation;
        }

        /** Two threads may both compile; either result will do. */
        CompiledOperation get() {
            CompiledOperation ready = compiled;
            if (ready == null) {
                ready = compiler.apply(operation);
                compiled = ready;
            }
            return ready;
        }
    }
}
