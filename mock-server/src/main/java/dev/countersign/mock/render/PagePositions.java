package dev.countersign.mock.render;

import dev.countersign.mock.sample.DirectedSamples;
import dev.countersign.mock.validate.Validated;
import dev.countersign.openapi.contract.Pagination;
import dev.countersign.openapi.contract.Parameter;
import dev.countersign.openapi.contract.SchemaNode;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * How requests say which page of a list they want. Pages and items are counted; a cursor is the number of the item that it
 * stands before, where the contract's schemas take that, and else a sample of them.
 *
 * @param pagination what the contract says
 * @param count how many items the list has
 * @param next the schema of the property that names the next cursor; absent when there is none
 */
record PagePositions(Pagination pagination, int count, Optional<SchemaNode> next, DirectedSamples samples) {

    /** How many items a page has: as many as the request or the contract's default says, or else all. */
    int size(Map<String, JsonNode> given) {
        Optional<Parameter> parameter = pagination.size();
        return parameter
                .map(each -> given.get(each.pointer()))
                .or(() -> parameter.flatMap(Parameter::schema).map(PagePositions::initial))
                .filter(JsonNode::isIntegralNumber)
                .map(JsonNode::asLong)
                .filter(size -> size > 0 && size < count)
                .map(Long::intValue)
                .orElse(Math.max(1, count));
    }

    private static JsonNode initial(SchemaNode schema) {
        return schema.keywords("default").findFirst().orElse(JsonNodeFactory.instance.missingNode());
    }

    /** The index of the first item that is wanted; the number of all where none is. */
    int from(Validated request, int size) {
        Optional<JsonNode> position =
                pagination.parameter().map(each -> request.parameters().get(each.pointer()));
        if (position.isEmpty() || text(position.get()).isEmpty()) {
            return 0;
        }
        JsonNode wanted = position.get();
        if (!counts()) {
            return IntStream.range(1, count)
                    .filter(index -> text(at(index, size)).equals(text(wanted)))
                    .findFirst()
                    .orElse(count);
        }
        long number = wanted.asLong(0);
        long index = pagination.type() == Pagination.Type.OFFSET
                ? number
                : Math.min(count, Math.max(0, number - pagination.first())) * size;
        return (int) Math.min(count, Math.max(0, index));
    }

    /** What a request says that wants a page which begins with this item. */
    JsonNode at(int index, int size) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        if (counts()) {
            boolean items = pagination.type() == Pagination.Type.OFFSET;
            return json.numberNode(items ? index : pagination.first() + index / size);
        }
        Stream<JsonNode> plain = Stream.of(json.stringNode(String.valueOf(index)), json.numberNode(index));
        Stream<JsonNode> made = Stream.concat(next.stream(), asked().stream()).map(each -> samples.sample(each, index));
        return Stream.concat(plain, made)
                .filter(value -> next.isEmpty() || fits(next.get(), value))
                .filter(this::isTaken)
                .findFirst()
                .orElse(json.stringNode(String.valueOf(index)));
    }

    /** A link's parameter counts pages where it is a number. */
    private boolean counts() {
        return switch (pagination.type()) {
            case PAGE, OFFSET -> true;
            case CURSOR -> false;
            case LINK ->
                asked().filter(schema -> fits(schema, JsonNodeFactory.instance.numberNode(1)))
                        .isPresent();
        };
    }

    private Optional<SchemaNode> asked() {
        return pagination.parameter().flatMap(Parameter::schema);
    }

    /** Whether the parameter takes it, which it does when it takes its text. */
    private boolean isTaken(JsonNode value) {
        return asked().isEmpty()
                || fits(asked().get(), value)
                || fits(asked().get(), JsonNodeFactory.instance.stringNode(text(value)));
    }

    private boolean fits(SchemaNode schema, JsonNode value) {
        return samples.fit(schema, value).equals(value);
    }

    private static String text(JsonNode value) {
        return value.asString("");
    }
}
