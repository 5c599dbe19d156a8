package dev.countersign.verify.typed;

/** The generated client, reached by operation. The implementation is generated with it. */
public interface TypedClient extends AutoCloseable {
    /** The call of an operation, by the contract's identifier. */
    TypedCall call(String operationId);

    @Override
    void close();
}
