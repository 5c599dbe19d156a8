package dev.countersign.client.runtime.stream;

import dev.countersign.client.runtime.stream.Pieces.Piece;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** One JSON text on each line; blank ones, which keep a connection open, are passed over, and the last needs no end. */
record JsonLines(Pieces lines) implements Source<JsonText> {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    @Override
    public @Nullable JsonText next() throws IOException {
        for (Piece line = lines.next(); line != null; line = lines.next()) {
            String text = new String(line.octets(), StandardCharsets.UTF_8);
            String json = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
            if (!json.isBlank()) {
                return new JsonText(json, true);
            }
        }
        return null;
    }
}
