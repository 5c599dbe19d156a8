package dev.countersign.mock.control;

import dev.countersign.mock.mask.SecretMask;
import dev.countersign.openapi.contract.MediaTypeSpec;
import dev.countersign.openapi.contract.Operation;
import dev.countersign.openapi.contract.SchemaNode;
import dev.countersign.openapi.json.Pointer;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;

/** Which parts of an operation's requests may be shown: no secret of the contract, nothing that sounds so, no credential. */
record ShownParts(Operation operation) {
    private static final SecretMask SECRETS = new SecretMask(schema -> MissingNode.getInstance());
    private static final Pattern SOUNDS_SECRET = Pattern.compile(
            ".*(auth|cookie|pass(word|wd|phrase|code)|pwd|secret|token|session|signature|api[-_]?key|private[-_]?key"
                    + "|access[-_]?key|credential|jwt).*|code|pin|cvv|sid",
            Pattern.CASE_INSENSITIVE);

    static ShownParts of(Operation operation) {
        return new ShownParts(operation);
    }

    /** Whether a name sounds like that of a secret. */
    static boolean soundsSecret(String name) {
        return SOUNDS_SECRET.matcher(name).matches();
    }

    /** Whether the values of a parameter or header field may be shown. */
    boolean test(String parameter) {
        return !soundsSecret(parameter)
                && operation.parameters().stream()
                        .noneMatch(each -> each.name().equalsIgnoreCase(parameter)
                                && each.schema().map(SchemaNode::isSecret).orElse(false));
    }

    /** Whether what is expected may be shown. */
    boolean test(Condition condition) {
        return condition.in() == Condition.Place.BODY
                ? isShown(condition.at(), condition.value().orElse(JsonNodeFactory.instance.stringNode("")))
                : test(condition.at());
    }

    /** Whether what a request holds in that place may be shown. */
    boolean test(Condition condition, RequestContent content) {
        return condition.in() != Condition.Place.BODY
                || content.at(condition.in(), condition.at()).stream()
                        .allMatch(value -> isShown(condition.at(), value));
    }

    /** A value is shown where none of the documented bodies would have it masked. */
    private boolean isShown(String pointer, JsonNode value) {
        JsonNode body = inPlace(Pointer.tokens(pointer), value);
        List<MediaTypeSpec> documented =
                operation.requestBody().map(each -> each.content()).orElse(List.of());
        return !documented.isEmpty()
                && documented.stream()
                        .allMatch(type -> type.schema()
                                .map(schema -> SECRETS.mask(body, schema).equals(body))
                                .orElse(false));
    }

    private static JsonNode inPlace(List<String> tokens, JsonNode value) {
        if (tokens.isEmpty()) {
            return value;
        }
        String token = tokens.get(0);
        JsonNode rest = inPlace(tokens.subList(1, tokens.size()), value);
        return token.chars().allMatch(Character::isDigit) && !token.isEmpty()
                ? JsonNodeFactory.instance.arrayNode().add(rest)
                : JsonNodeFactory.instance.objectNode().set(token, rest);
    }
}
