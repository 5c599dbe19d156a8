package dev.countersign.mock;

import dev.countersign.mock.choose.ResponseChooser;
import dev.countersign.mock.validate.RequestValidator;
import dev.countersign.mock.validate.ResponseValidator;
import dev.countersign.openapi.contract.Contract;
import dev.countersign.openapi.contract.Operation;
import dev.countersign.openapi.schema.Schemas;

/** One operation of a contract, each part compiled on first use. Thread-safe. */
public final class CompiledOperation {
    private final Lazy<RequestValidator> requests;
    private final Lazy<ResponseValidator> responses;
    private final Lazy<ResponseChooser> chooser;

    CompiledOperation(Operation operation, Contract contract, Schemas schemas) {
        requests = new Lazy<>(() -> RequestValidator.of(operation, contract, schemas));
        responses = new Lazy<>(() -> ResponseValidator.of(operation, contract, schemas));
        chooser = new Lazy<>(() -> ResponseChooser.of(operation));
    }

    /** Holds requests against the operation. */
    public RequestValidator requests() {
        return requests.get();
    }

    /** Holds a real server's responses against the operation. */
    public ResponseValidator responses() {
        return responses.get();
    }

    /** Chooses one of the documented responses. */
    public ResponseChooser chooser() {
        return chooser.get();
    }
}
