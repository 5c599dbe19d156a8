package dev.countersign.mock.state.resource;

import dev.countersign.mock.choose.Choice;
import dev.countersign.mock.choose.Preference;
import dev.countersign.mock.exchange.Header;
import dev.countersign.mock.state.StatefulAnswer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Requests that create and change items. Nothing is stored when the answer cannot be given. Thread-safe. */
record Writes(StoreAnswers answers, ItemMaker items, Ids ids) {
    /** A client's own key is taken where it may have one and it is free; else the server makes one. */
    StatefulAnswer create(Store store, JsonNode body) {
        Choice paired = store.visit().chooser().apply(Preference.NONE);
        if (paired instanceof Choice.Documented error && error.status() >= 400) {
            return StatefulAnswer.of(error); // the request is the example of an error
        }
        Optional<JsonNode> own = ownId(store.resource(), body);
        boolean isTaken =
                own.filter(id -> store.items().get(id.asString("")).isPresent()).isPresent();
        Optional<Preference> conflict = DocumentedStatus.error(store.visit().operation(), "409");
        if (isTaken && (conflict.isPresent() || !own.get().isNumber())) {
            String what = store.name() + "/" + own.get().asString("") + " is there already";
            return conflict.map(code -> StoreAnswers.because(store, code, "the store: " + what))
                    .orElseGet(() -> StatefulAnswer.problem(409, what + "."));
        }
        Preference code = DocumentedStatus.success(store.visit().operation(), "201", "200", "202", "204");
        return StoreAnswers.answer(store, code, documented -> {
            JsonNode id = own.filter(each -> !isTaken)
                    .orElseGet(() -> ids.next(store.resource(), store.name(), store.items(), store.session()));
            ObjectNode item = items.created(store.resource(), body, id);
            return put(store, documented, "created in the store: ", id.asString(""), item);
        });
    }

    private static Optional<JsonNode> ownId(Resource resource, JsonNode body) {
        boolean isServers = resource.idSchema()
                .filter(schema -> schema.isMarked("readOnly"))
                .isPresent();
        return resource.id()
                .filter(name -> !isServers)
                .map(body::path)
                .filter(id ->
                        id.isValueNode() && !id.isNull() && !id.asString("").isEmpty());
    }

    /** Creates where a 201 is documented and nothing is there. */
    StatefulAnswer replace(Store store, String key, JsonNode body) {
        Optional<JsonNode> before = store.items().get(key);
        if (before.isPresent()) {
            return change(store, key, items.replaced(store.resource(), before.get(), body));
        }
        if (!DocumentedStatus.has(store.visit().operation(), "201")) {
            return StoreAnswers.missing(store, store.name() + "/" + key);
        }
        return StoreAnswers.answer(store, Preference.ofStatus("201"), documented -> {
            ObjectNode item = items.created(store.resource(), body, ids.ofText(store.resource(), key));
            return put(store, documented, "created in the store: ", key, item);
        });
    }

    StatefulAnswer merge(Store store, String key, JsonNode patch) {
        return store.items()
                .get(key)
                .map(item -> change(store, key, items.merged(store.resource(), item, patch)))
                .orElseGet(() -> StoreAnswers.missing(store, store.name() + "/" + key));
    }

    private StatefulAnswer change(Store store, String key, ObjectNode item) {
        Preference code = DocumentedStatus.success(store.visit().operation(), "200", "204", "202");
        return StoreAnswers.answer(
                store, code, documented -> put(store, documented, "changed in the store: ", key, item));
    }

    private StatefulAnswer put(Store store, Choice.Documented documented, String rule, String key, ObjectNode item) {
        StatefulAnswer answer = answers.shown(store, documented, rule, item);
        if (answer.isAsRemembered()) {
            store.items().put(key, item);
        }
        boolean located = documented.representation().response().headers().stream()
                .anyMatch(header -> header.name().equalsIgnoreCase("Location"));
        return located ? answer.with(new Header("Location", location(store, key))) : answer;
    }

    private static String location(Store store, String key) {
        String path = store.visit().request().path();
        String encoded = URLEncoder.encode(key, StandardCharsets.UTF_8).replace("+", "%20");
        return store.key().isPresent() ? path : path.endsWith("/") ? path + encoded + "/" : path + "/" + encoded;
    }
}
