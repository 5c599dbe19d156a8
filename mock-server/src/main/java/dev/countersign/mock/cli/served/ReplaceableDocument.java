package dev.countersign.mock.cli.served;

import dev.countersign.mock.Mock;
import dev.countersign.mock.control.ControlledDocument;
import java.util.List;

/**
 * A document that is served, as the control API sees it. Thread-safe.
 *
 * @param served the document
 * @param console where its console is, with a slash at the end
 */
record ReplaceableDocument(ServedDocument served, String console) implements ControlledDocument {
    @Override
    public String name() {
        return served.source().shortName();
    }

    @Override
    public Mock mock() {
        return served.mock().join().current();
    }

    @Override
    public boolean isReplaced() {
        return served.mock().join().document().isReplaced();
    }

    @Override
    public List<String> replace(String text) {
        return served.mock().join().replace(() -> served.source().load(text, served.files()));
    }

    @Override
    public List<String> restore() {
        return served.source().isStandardInput()
                ? List.of("error: the document came from standard input, which cannot be read again.")
                : served.mock().join().restore();
    }
}
