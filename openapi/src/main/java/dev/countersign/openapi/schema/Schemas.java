package dev.countersign.openapi.schema;

import dev.countersign.openapi.contract.Contract;
import dev.countersign.openapi.contract.SchemaNode;

/**
 * The schemas of one contract. Thread-safe; compiled rules are shared by all that is compiled here.
 *
 * <p>All of JSON Schema 2020-12 is honoured, in documents of OpenAPI 3.0 too where that version lacks a keyword. What
 * is particular to 3.0: {@code nullable}, boolean {@code exclusiveMinimum}, and that whatever stands beside a {@code
 * $ref} is ignored. Odd schemas never fail: a keyword with a value of the wrong type, an unknown {@code type} or {@code
 * format}, a pattern that is no regular expression, a reference to nowhere or to itself demand nothing.
 */
public final class Schemas {
    private final SchemaCompiler compiler = new SchemaCompiler();

    private Schemas() {}

    /** Prepares a contract's schemas; nothing is compiled yet. */
    public static Schemas of(Contract contract) {
        return new Schemas();
    }

    /**
     * Finds the rules of a schema. They are compiled when a value is first checked.
     *
     * @param schema a schema of this contract
     * @param direction which way the values travel
     */
    public CompiledSchema compile(SchemaNode schema, Direction direction) {
        return new CompiledSchema(compiler.root(schema, direction));
    }
}
