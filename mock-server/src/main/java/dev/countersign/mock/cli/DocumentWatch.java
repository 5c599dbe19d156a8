package dev.countersign.mock.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.TimeUnit;

/**
 * Sees when a document changes. It looks at the file's time and size, because notifications of the operating system get
 * lost on mounted folders, where containers have their documents.
 */
final class DocumentWatch {
    private static final long PERIOD_MILLIS = 500;

    private final Path document;
    private final Runnable onChange;
    private String seen;

    DocumentWatch(Path document, Runnable onChange) {
        this.document = document;
        this.onChange = onChange;
        this.seen = fingerprint();
    }

    /** Looks from now on, without keeping the process alive. */
    void start() {
        Thread thread = new Thread(this::watch, "document-watch");
        thread.setDaemon(true);
        thread.start();
    }

    private void watch() {
        try {
            while (true) {
                TimeUnit.MILLISECONDS.sleep(PERIOD_MILLIS);
                look();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Looks once. A file that is gone is being written anew, or will be missed by nobody. */
    void look() {
        String now = fingerprint();
        if (!now.isEmpty() && !now.equals(seen)) {
            seen = now;
            onChange.run();
        }
    }

    private String fingerprint() {
        try {
            BasicFileAttributes attributes = Files.readAttributes(document, BasicFileAttributes.class);
            return attributes.lastModifiedTime() + " " + attributes.size();
        } catch (IOException gone) {
            return "";
        }
    }
}
