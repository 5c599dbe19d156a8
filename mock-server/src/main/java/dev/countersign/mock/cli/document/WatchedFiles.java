package dev.countersign.mock.cli.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The files that the last attempt to load a document asked for, whether they were there or not, each as it was just before it
 * was read. Thread-safe.
 */
public final class WatchedFiles implements Consumer<Path> {
    private static final String ABSENT = "";

    private final Map<Path, String> seen = new HashMap<>();
    private final Map<Path, Integer> missing = new HashMap<>();

    /** Begins another attempt. */
    public synchronized void forget() {
        seen.clear();
        missing.clear();
    }

    @Override
    public synchronized void accept(Path file) {
        seen.putIfAbsent(file, fingerprint(file));
    }

    /**
     * Whether any of them has changed since it was read. One that is gone may just be being rewritten, and counts when it is still
     * gone at the next look.
     */
    synchronized boolean hasChanged() {
        boolean changed = false;
        for (Map.Entry<Path, String> entry : seen.entrySet()) {
            String now = fingerprint(entry.getKey());
            if (now.equals(entry.getValue())) {
                missing.remove(entry.getKey());
            } else if (!now.equals(ABSENT) || missing.merge(entry.getKey(), 1, Integer::sum) > 1) {
                entry.setValue(now);
                changed = true;
            }
        }
        return changed;
    }

    /** Time and size, and which file it is: where folders are swapped, as containers do it, the others may stay. */
    private static String fingerprint(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return attributes.lastModifiedTime() + " " + attributes.size() + " " + attributes.fileKey();
        } catch (IOException | RuntimeException gone) {
            return ABSENT;
        }
    }
}
