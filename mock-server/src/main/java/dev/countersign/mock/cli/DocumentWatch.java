package dev.countersign.mock.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Sees when a document changes, any of its files. It looks at their times and sizes, because notifications of the operating system get
 * lost on mounted folders, where containers have their documents.
 */
final class DocumentWatch {
    private static final long PERIOD_MILLIS = 500;

    private final Supplier<List<Path>> files;
    private final Runnable onChange;
    private final Map<Path, String> seen = new HashMap<>();

    /**
     * @param files the files of the document as it is now
     */
    DocumentWatch(Supplier<List<Path>> files, Runnable onChange) {
        this.files = files;
        this.onChange = onChange;
        hasChanged();
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

    /** Looks once. */
    void look() {
        if (hasChanged()) {
            onChange.run();
        }
    }

    /** A file that is gone is being written anew, or will be missed by nobody. */
    private boolean hasChanged() {
        boolean changed = false;
        for (Path file : files.get()) {
            String now = fingerprint(file);
            if (!now.isEmpty()) {
                String before = seen.put(file, now);
                changed = changed || before != null && !before.equals(now);
            }
        }
        return changed;
    }

    private static String fingerprint(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return attributes.lastModifiedTime() + " " + attributes.size();
        } catch (IOException gone) {
            return "";
        }
    }
}
