package dev.countersign.mock.state.resource;

import dev.countersign.mock.sample.SampleGenerator;
import dev.countersign.mock.state.MergePatch;
import dev.countersign.openapi.contract.SchemaNode;
import dev.countersign.openapi.schema.Direction;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes items of what clients send. What is read-only is the server's to fill in: times of creation and change by the clock, the
 * rest as samples have it. Thread-safe.
 */
record ItemMaker(SampleGenerator samples, InstantSource clock) {
    private static final Pattern CREATION = Pattern.compile("creat|insert|added");
    private static final Pattern CHANGE = Pattern.compile("updat|modif|chang|edited");

    /** A new item. */
    ObjectNode created(Resource resource, JsonNode body, JsonNode id) {
        ObjectNode item = sent(resource, body);
        resource.id().ifPresent(name -> item.set(name, id));
        Map<String, SchemaNode> properties = resource.item().properties();
        properties.forEach((name, property) -> {
            if (!item.has(name)) {
                time(name, property, true)
                        .or(() -> property.keywords("default").findFirst())
                        .ifPresent(value -> item.set(name, value));
            }
        });
        JsonNode sample = samples.sample(resource.item(), Direction.RESPONSE, SampleGenerator.PLAIN);
        properties.forEach((name, property) -> {
            if (!item.has(name) && property.isMarked("readOnly") && sample.has(name)) {
                item.set(name, sample.get(name));
            }
        });
        return completed(resource, item);
    }

    /** An item in place of another; what is read-only stays as it was. */
    ObjectNode replaced(Resource resource, JsonNode before, JsonNode body) {
        return changed(resource, before, sent(resource, body));
    }

    /** An item with a merge patch applied to it. */
    ObjectNode merged(Resource resource, JsonNode before, JsonNode patch) {
        ObjectNode sent = sent(resource, patch);
        ObjectNode merged = (ObjectNode) MergePatch.apply(before, sent);
        return changed(resource, before, merged);
    }

    private ObjectNode changed(Resource resource, JsonNode before, ObjectNode item) {
        resource.id().filter(before::has).ifPresent(name -> item.set(name, before.get(name)));
        resource.item().properties().forEach((name, property) -> {
            if (property.isMarked("readOnly")
                    || isTime(property)
                            && CREATION.matcher(name.toLowerCase(Locale.ROOT)).find()
                            && !item.has(name)) {
                Optional.ofNullable(before.get(name)).ifPresent(value -> item.set(name, value));
            }
            time(name, property, false).ifPresent(now -> item.set(name, now));
        });
        return completed(resource, item);
    }

    /** What a client may say of an item. */
    private static ObjectNode sent(Resource resource, JsonNode body) {
        ObjectNode sent = JsonNodeFactory.instance.objectNode();
        Map<String, SchemaNode> properties = resource.item().properties();
        for (Map.Entry<String, JsonNode> member : body.properties()) {
            SchemaNode property = properties.get(member.getKey());
            if (property == null || !property.isMarked("readOnly")) {
                sent.set(member.getKey(), member.getValue());
            }
        }
        return sent;
    }

    private Optional<JsonNode> time(String name, SchemaNode property, boolean isNew) {
        String lower = name.toLowerCase(Locale.ROOT);
        boolean isServers =
                CHANGE.matcher(lower).find() || isNew && CREATION.matcher(lower).find();
        return isServers && isTime(property)
                ? Optional.of(JsonNodeFactory.instance.stringNode(
                        clock.instant().truncatedTo(ChronoUnit.MILLIS).toString()))
                : Optional.empty();
    }

    private static boolean isTime(SchemaNode property) {
        return SchemaParts.hasFormat(property, "date-time");
    }

    /** What every answer has to have is made up once, so that all answers say the same. */
    private ObjectNode completed(Resource resource, ObjectNode item) {
        JsonNode fitted = samples.fit(resource.item(), Direction.RESPONSE, Visible.of(item, resource.item()));
        fitted.properties().forEach(member -> item.putIfAbsent(member.getKey(), member.getValue()));
        return item;
    }
}
