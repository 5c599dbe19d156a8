package dev.countersign.mock.cli.document;

import java.util.concurrent.TimeUnit;

/**
 * Sees when a document changes, any of its files. It looks at them twice a second, because notifications of the operating system
 * get lost on mounted folders, where containers have their documents.
 */
public final class DocumentWatch {
    private static final long PERIOD_MILLIS = 500;

    private final WatchedFiles files;
    private final Runnable onChange;

    /**
     * @param files the files of the document as it was asked for last
     * @param onChange must not throw
     */
    public DocumentWatch(WatchedFiles files, Runnable onChange) {
        this.files = files;
        this.onChange = onChange;
    }

    /** Looks from now on, without keeping the process alive. */
    public void start() {
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

    /** Looks once. */
    void look() {
        if (files.hasChanged()) {
            onChange.run();
        }
    }
}
