package dev.countersign.mock.recording;

import dev.countersign.mock.CompiledContract;
import dev.countersign.mock.exchange.MockResponse;
import dev.countersign.openapi.contract.MediaTypeSpec;
import dev.countersign.openapi.contract.Operation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Keeps real answers as named examples ({@code recorded-1}, {@code recorded-2}, …) in a copy of a document, which is
 * written as a whole after each new one and when the recorder is closed. Values of secret properties are replaced. It
 * works aside, on one thread of its own, so that no exchange waits for a disk; thread-safe.
 */
public final class Recorder implements AutoCloseable {
    /** Beyond these, answers are dropped: a recording needs samples, and memory has an end. */
    private static final int MOST_WAITING = 256;

    private static final long CLOSING_SECONDS = 10;

    private final Path file;
    private final RecordedDocument document;
    private final Consumer<String> complaints;
    private final ThreadPoolExecutor thread;
    private boolean unsaved = true;

    /**
     * A recorder.
     *
     * @param file where the copy is kept; replaced when it exists
     * @param complaints gets a line when the file cannot be written
     */
    public Recorder(Path file, CompiledContract contract, Consumer<String> complaints) {
        this.file = file;
        this.document = new RecordedDocument(contract);
        this.complaints = complaints;
        this.thread = new ThreadPoolExecutor(
                1,
                1,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(MOST_WAITING),
                task -> {
                    Thread worker = new Thread(task, "recorder");
                    worker.setDaemon(true);
                    return worker;
                },
                new ThreadPoolExecutor.DiscardPolicy());
    }

    /** Whether answers with such a head are kept, as far as it can tell. */
    public static boolean keeps(MockResponse head) {
        return AnswerValue.isKept(head);
    }

    /** Keeps an answer to an operation, unless one like it is known; JSON and text other than XML are kept, nothing else is. */
    public void onAnswer(Operation operation, MediaTypeSpec documented, MockResponse answer) {
        thread.execute(() -> keep(operation, documented, answer));
    }

    private void keep(Operation operation, MediaTypeSpec documented, MockResponse answer) {
        try {
            boolean added = AnswerValue.of(answer)
                    .filter(value -> document.add(operation, documented, value))
                    .isPresent();
            unsaved |= added;
        } catch (RuntimeException | StackOverflowError e) {
            // Its message might quote the answer.
            complaints.accept("warning: an answer to " + operation.id() + " could not be recorded");
        }
        if (unsaved && thread.getQueue().isEmpty()) {
            save();
        }
    }

    private void save() {
        try {
            WholeFile.write(file, document.bytes());
            unsaved = false;
        } catch (IOException e) {
            complaints.accept("warning: the recording could not be written to " + file
                    + ". Is the folder writable, and the disk not full?");
        }
    }

    /** Waits for what is still to be kept, and writes the file once more if need be. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            if (thread.awaitTermination(CLOSING_SECONDS, TimeUnit.SECONDS) && unsaved) {
                save();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
