package dev.countersign.mock.validate;

import dev.countersign.mock.exchange.MediaType;
import dev.countersign.openapi.schema.CompiledSchema;
import dev.countersign.openapi.schema.SchemaViolation;
import dev.countersign.openapi.schema.format.Budget;
import dev.countersign.openapi.schema.format.BudgetExceededException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/**
 * Examines a sequence item by item while it comes, so that it may be endless: server-sent events, JSON lines, JSON text
 * sequences. Holds no more than one item. Confined to one exchange.
 */
public final class SequenceExamination {
    /** In bytes; a longer item passes without being examined. */
    private static final int LONGEST_ITEM = 1024 * 1024;

    private static final int MOST_VIOLATIONS = 100;
    private static final int RECORD_SEPARATOR = 0x1e;

    private final MediaType type;
    private final SequenceBody reader;
    private final Optional<CompiledSchema> schema;
    private final String schemaPointer;
    private final List<Violation> violations = new ArrayList<>();
    private final ByteArrayOutputStream item = new ByteArrayOutputStream();
    private boolean tooLong;
    private boolean lineIsEmpty = true;
    private boolean afterReturn;
    private int items;

    /**
     * @param schema that of an array of the items; absent when the contract has none
     */
    SequenceExamination(MediaType type, SequenceBody reader, Optional<CompiledSchema> schema, String schemaPointer) {
        this.type = type;
        this.reader = reader;
        this.schema = schema;
        this.schemaPointer = schemaPointer;
    }

    /** Takes the next bytes, wherever they are cut. */
    public void accept(ByteBuffer bytes) {
        while (bytes.hasRemaining()) {
            take(bytes.get());
        }
    }

    private void take(byte next) {
        if (type.isRecordSeparated()) {
            if (next == RECORD_SEPARATOR) {
                endOfItem();
            } else {
                keep(next);
            }
            return;
        }
        boolean secondOfPair = next == '\n' && afterReturn;
        afterReturn = next == '\r' && type.isEventStream();
        if (secondOfPair) {
            return;
        }
        if (next == '\n' || afterReturn) {
            endOfLine();
        } else {
            keep(next);
            lineIsEmpty = false;
        }
    }

    /** An event ends with an empty line (HTML section 9.2.6), everything else with its line. */
    private void endOfLine() {
        boolean ended = lineIsEmpty || !type.isEventStream();
        lineIsEmpty = true;
        if (type.isEventStream()) {
            keep((byte) '\n');
        }
        if (ended) {
            endOfItem();
        }
    }

    private void keep(byte next) {
        if (item.size() < LONGEST_ITEM) {
            item.write(next);
        } else {
            tooLong = true;
        }
    }

    /** Takes the end of the sequence. An event without its empty line is none, as the standard has it. */
    public void end() {
        if (!type.isEventStream()) {
            endOfItem();
        }
    }

    private void endOfItem() {
        byte[] whole = item.toByteArray();
        item.reset();
        boolean skipped = tooLong;
        tooLong = false;
        if (skipped) {
            items++;
        } else if (whole.length > 0) {
            examine(reader.items(type, whole), Work.on(whole.length));
        }
    }

    private void examine(ReadResult reading, Budget budget) {
        if (reading instanceof ReadResult.Malformed) {
            add(new Violation(Violation.In.RESPONSE_BODY, "", "/" + items, "is not well-formed JSON", schemaPointer));
            items++;
        } else if (reading instanceof ReadResult.Value value && !value.node().isEmpty()) {
            schema.ifPresent(array -> examine(array, value.node(), budget));
            items++;
        }
    }

    private void examine(CompiledSchema array, JsonNode item, Budget budget) {
        try {
            array.validate(item, budget).forEach(about(items));
        } catch (BudgetExceededException tooMuch) {
            add(new Violation(Violation.In.RESPONSE_BODY, "", "/" + items, Violation.TOO_EXPENSIVE, schemaPointer));
        }
    }

    /** The item stands alone in an array; what is said about that array is said about nothing that was sent. */
    private Consumer<SchemaViolation> about(int index) {
        return one -> {
            String pointer = one.instancePointer();
            if (pointer.equals("/0") || pointer.startsWith("/0/")) {
                add(new Violation(
                        Violation.In.RESPONSE_BODY,
                        "",
                        "/" + index + pointer.substring(2),
                        one.message(),
                        one.schemaPointer()));
            }
        };
    }

    private void add(Violation violation) {
        if (violations.size() < MOST_VIOLATIONS) {
            violations.add(violation);
        }
    }

    /** What is wrong with the items so far; the first of them when there is much. */
    public List<Violation> violations() {
        return List.copyOf(violations);
    }
}
