package dev.countersign.mock.control;

import dev.countersign.mock.Mock;
import java.util.List;

/** A document of a server, as its control API sees it. Thread-safe. */
public interface ControlledDocument {
    /** What it is called among all documents of the server. */
    String name();

    /** Where its console is, with a slash at the end. */
    String console();

    /** What is made of it now. */
    Mock mock();

    /** Whether another one was put in its place, and still is. */
    boolean isReplaced();

    /**
     * Serves another document in its place, until one of its own files changes. Pages that are open hear of it.
     *
     * @param text YAML or JSON
     * @return why it cannot be served, a sentence for each reason; then it stays as it is. None when it is served
     */
    List<String> replace(String text);

    /**
     * Serves it again as it is where it was read from.
     *
     * @return why that cannot be served, a sentence for each reason; then it stays as it is. None when it is served
     */
    List<String> restore();
}
