package dev.countersign.mock.tls;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The blocks of a file in PEM (RFC 7468); text between them is a comment.
 *
 * @param file where they were read
 * @param blocks in the order of the file
 */
record PemFile(Path file, List<Block> blocks) {
    /** More is no certificate and no key. */
    private static final long LONGEST = 1024 * 1024;

    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([^-]*)-----END \\1-----", Pattern.DOTALL);

    /**
     * A block.
     *
     * @param label what it holds, for instance {@code CERTIFICATE}
     * @param text in base 64, perhaps behind header fields
     */
    record Block(String label, String text) {
        boolean isEncrypted() {
            return label.startsWith("ENCRYPTED") || text.contains("ENCRYPTED");
        }

        byte[] content() {
            return Base64.getMimeDecoder().decode(text);
        }

        /** The content may be a key. */
        @Override
        public String toString() {
            return label;
        }
    }

    static PemFile read(Path file) throws UnusableIdentityException {
        try {
            if (Files.size(file) > LONGEST) {
                throw new UnusableIdentityException(file + ": the file is too long to be a certificate or key in PEM");
            }
            // Whatever is no ASCII is no PEM either, and is skipped as a comment.
            String text = Files.readString(file, StandardCharsets.ISO_8859_1);
            List<Block> blocks = new ArrayList<>();
            Matcher matcher = BLOCK.matcher(text);
            while (matcher.find()) {
                blocks.add(new Block(matcher.group(1), matcher.group(2)));
            }
            return new PemFile(file, blocks);
        } catch (NoSuchFileException e) {
            throw new UnusableIdentityException(file + ": there is no such file");
        } catch (IOException e) {
            throw new UnusableIdentityException(file + ": the file cannot be read");
        }
    }

    List<Block> labelled(String suffix) {
        return blocks.stream().filter(block -> block.label.endsWith(suffix)).toList();
    }
}
