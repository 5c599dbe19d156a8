package dev.countersign.mock.recording;

import dev.countersign.mock.exchange.MediaType;
import dev.countersign.mock.exchange.MockResponse;
import dev.countersign.openapi.json.JsonTree;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** The value that an example would have to be served as an answer; only for types in which secrets can be found. */
final class AnswerValue {
    private AnswerValue() {}

    /** Whether the media type is one of those. */
    static boolean isKept(MockResponse head) {
        return head.header("Content-Type")
                .flatMap(MediaType::parse)
                .filter(type -> type.isJson() || type.isText() && !type.isXml())
                .isPresent();
    }

    static Optional<JsonNode> of(MockResponse answer) {
        Optional<MediaType> type = answer.header("Content-Type").flatMap(MediaType::parse);
        if (type.isEmpty() || answer.body().length == 0) {
            return Optional.empty();
        }
        if (type.get().isJson()) {
            return JsonTree.of(answer.body());
        }
        return type.get().isText() && !type.get().isXml() ? text(answer.body()) : Optional.empty();
    }

    private static Optional<JsonNode> text(byte[] body) {
        try {
            return Optional.of(StringNode.valueOf(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString()));
        } catch (CharacterCodingException notUtf8) {
            return Optional.empty();
        }
    }
}
