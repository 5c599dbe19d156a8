package dev.countersign.client.runtime.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/** A file that a body is written to: beside its place first, so that there is never a half of it. */
public final class Download implements AutoCloseable {
    private final Path file;
    private final Path part;
    private boolean full;

    private Download(Path file, Path part) {
        this.file = file;
        this.part = part;
    }

    /**
     * Begins one, before anything is sent.
     *
     * @throws UncheckedIOException when no file can be written there
     */
    public static Download to(Path place) {
        Path file = place.toAbsolutePath();
        Path name = file.getFileName();
        if (name == null || Files.isDirectory(file)) {
            throw new IllegalArgumentException(place + " is a folder; name a file in it");
        }
        Path part = file.resolveSibling("." + name + "." + UUID.randomUUID() + ".part");
        try {
            Files.createFile(part);
        } catch (IOException e) {
            throw new UncheckedIOException(place + " cannot be written", e);
        }
        return new Download(file, part);
    }

    /**
     * Writes a body, in place of one that an earlier attempt has begun.
     *
     * @throws IOException when the body cannot be read
     * @throws UncheckedIOException when the file cannot be written
     */
    void fill(InputStream body) throws IOException {
        full = false;
        byte[] chunk = new byte[16 * 1024];
        try (OutputStream out = Files.newOutputStream(part)) {
            for (int read = body.read(chunk); read >= 0; read = body.read(chunk)) {
                write(out, chunk, read);
            }
        }
        full = true;
    }

    private void write(OutputStream out, byte[] chunk, int length) {
        try {
            out.write(chunk, 0, length);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written", e);
        }
    }

    /** Whether there is a whole body. */
    public boolean isFull() {
        return full;
    }

    /** Puts the file into its place. */
    public void keep() {
        try {
            try {
                Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written", e);
        }
    }

    /** Removes what was not kept. */
    @Override
    public void close() {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            throw new UncheckedIOException(part + " cannot be removed", e);
        }
    }
}
