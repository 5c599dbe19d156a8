package dev.countersign.mock.render;

import dev.countersign.mock.choose.Representation;
import dev.countersign.mock.exchange.Header;
import dev.countersign.mock.exchange.MediaType;
import dev.countersign.mock.exchange.MockRequest;
import dev.countersign.mock.sample.DirectedSamples;
import dev.countersign.mock.validate.Validated;
import dev.countersign.openapi.contract.HeaderSpec;
import dev.countersign.openapi.contract.Pagination;
import dev.countersign.openapi.contract.SchemaNode;
import dev.countersign.openapi.json.JsonTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Cuts the page that a request asks for out of an answer with a whole list. Total and next page are those of that list,
 * whatever the example says of a longer one.
 */
final class PageCut {
    private final Pagination pagination;
    private final Representation representation;
    private final DirectedSamples samples;
    private final MockRequest request;

    PageCut(Pagination pagination, Representation representation, DirectedSamples samples, MockRequest request) {
        this.pagination = pagination;
        this.representation = representation;
        this.samples = samples;
        this.request = request;
    }

    /** The page; the same answer where it has no such list, or is not written in JSON. */
    Rendition of(Rendition whole, Validated validated) {
        Optional<SchemaNode> schema = representation
                .mediaType()
                .filter(media ->
                        MediaType.parse(media.name()).filter(MediaType::isJson).isPresent())
                .flatMap(media -> media.schema());
        JsonNode body = whole.value().orElse(JsonNodeFactory.instance.missingNode());
        return schema.isPresent() && at(body, pagination.items()) instanceof ArrayNode items
                ? cut(whole, body, items, schema.get(), validated)
                : whole;
    }

    private Rendition cut(Rendition whole, JsonNode body, ArrayNode items, SchemaNode schema, Validated validated) {
        int count = items.size();
        Optional<SchemaNode> named = pagination.next().map(path -> schemaAt(schema, path));
        boolean link = pagination.type() == Pagination.Type.LINK;
        PagePositions positions = new PagePositions(pagination, count, link ? Optional.empty() : named, samples);
        int size = positions.size(validated.parameters());
        int from = positions.from(validated, size);
        int to = Math.min(count, from + size);
        Optional<JsonNode> next =
                from < to && to < count && pagination.parameter().isPresent()
                        ? Optional.of(positions.at(to, size))
                        : Optional.empty();

        JsonNode page = body.deepCopy();
        ArrayNode left = ((ArrayNode) at(page, pagination.items())).removeAll();
        IntStream.range(from, to).forEach(index -> left.add(items.get(index)));
        pagination.total().ifPresent(path -> set(page, path, JsonNodeFactory.instance.numberNode(count)));
        pagination.next().ifPresent(path -> {
            SchemaNode property = named.orElseThrow();
            Optional<JsonNode> value = link ? next.map(position -> url(position, property)) : next;
            value.ifPresentOrElse(given -> set(page, path, given), () -> clear(page, path, property, schema));
        });
        boolean inHeader = link && pagination.next().isEmpty();
        List<Header> headers = inHeader ? linked(whole.headers(), next) : whole.headers();
        return new Rendition(headers, Optional.of(page), JsonTree.bytes(page));
    }

    /** A relative URL is right behind any proxy; but not every schema takes one. */
    private JsonNode url(JsonNode position, SchemaNode property) {
        String relative = target(position);
        JsonNode value = JsonNodeFactory.instance.stringNode(relative);
        String host = request.headers().first("Host").orElse("localhost");
        return samples.fit(property, value).equals(value)
                ? value
                : JsonNodeFactory.instance.stringNode("http://" + host + relative);
    }

    private String target(JsonNode position) {
        return PageAddress.of(request, pagination.parameter().orElseThrow().name(), position.asString(""));
    }

    /** The fields with a link to the next page, or without any; one that the contract demands links to this page. */
    private List<Header> linked(List<Header> headers, Optional<JsonNode> next) {
        List<Header> linked = new ArrayList<>(headers);
        linked.removeIf(header -> header.name().equalsIgnoreCase("Link"));
        boolean demanded = representation.response().headers().stream()
                .filter(header -> header.name().equalsIgnoreCase("Link"))
                .anyMatch(HeaderSpec::required);
        if (next.isPresent()) {
            linked.add(new Header("Link", "<" + target(next.get()) + ">; rel=\"next\""));
        } else if (demanded) {
            linked.add(new Header("Link", "<" + request.path() + ">; rel=\"first\""));
        }
        return linked;
    }

    /** No next page: null where that is a value, nothing where it may be left out, else an empty text. */
    private void clear(JsonNode page, List<String> path, SchemaNode property, SchemaNode schema) {
        JsonNode none = JsonNodeFactory.instance.nullNode();
        String name = path.get(path.size() - 1);
        List<String> above = path.subList(0, path.size() - 1);
        boolean demanded = schemaAt(schema, above)
                .keywords("required")
                .flatMap(JsonNode::valueStream)
                .anyMatch(each -> each.asString("").equals(name));
        if (!(at(page, above) instanceof ObjectNode holder)) {
            return;
        }
        if (samples.fit(property, none).equals(none)) {
            holder.set(name, none);
        } else if (demanded) {
            holder.put(name, "");
        } else {
            holder.remove(name);
        }
    }

    private static SchemaNode schemaAt(SchemaNode schema, List<String> path) {
        SchemaNode here = schema;
        for (String name : path) {
            here = here.property(name);
        }
        return here;
    }

    private static JsonNode at(JsonNode body, List<String> path) {
        JsonNode here = body;
        for (String name : path) {
            here = here.path(name);
        }
        return here;
    }

    private static void set(JsonNode page, List<String> path, JsonNode value) {
        JsonNode here = page;
        for (String name : path.subList(0, path.size() - 1)) {
            if (here instanceof ObjectNode holder && !holder.path(name).isObject()) {
                holder.putObject(name);
            }
            here = here.path(name);
        }
        if (here instanceof ObjectNode holder) {
            holder.set(path.get(path.size() - 1), value);
        }
    }
}
