package dev.countersign.mock.pact;

import dev.countersign.mock.Mock;
import dev.countersign.mock.choose.Representation;
import dev.countersign.mock.exchange.MediaType;
import dev.countersign.mock.exchange.MockResponse;
import dev.countersign.mock.mask.SecretMask;
import dev.countersign.openapi.contract.Example;
import dev.countersign.openapi.contract.HeaderSpec;
import dev.countersign.openapi.contract.MediaTypeSpec;
import dev.countersign.openapi.contract.SchemaNode;
import dev.countersign.openapi.schema.Direction;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** An answer as a pact has it: an example, with rules that let a real provider answer with other values of the same types. */
record PactResponse(Mock mock, Representation documented, MockResponse response) {
    private static final String TYPE = "Content-Type";

    ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("status", response.status());
        ObjectNode headers = JsonNodeFactory.instance.objectNode();
        ObjectNode rules = JsonNodeFactory.instance.objectNode();
        Optional<String> type = hasBody() ? response.header(TYPE) : Optional.empty();
        type.ifPresent(value -> headers.putArray(TYPE).add(value));
        required(headers, rules);
        if (!headers.isEmpty()) {
            json.set("headers", headers);
        }
        String contentType = type.orElse("application/octet-stream");
        Optional<MediaType> mediaType = MediaType.parse(contentType);
        if (hasBody() && mediaType.filter(PactResponse::isSequence).isEmpty()) {
            boolean isJson = mediaType.filter(MediaType::isJson).isPresent();
            json.set("body", isJson ? jsonBody(contentType, rules) : PactBody.ofBytes(response.body(), contentType));
        }
        if (!rules.isEmpty()) {
            json.set("matchingRules", rules);
        }
        return json;
    }

    /** Of a sequence of values a pact could only say that it is always the same. */
    private static boolean isSequence(MediaType type) {
        return type.isJsonSequence() || type.isEventStream();
    }

    /** A refusal's body that the contract does not document is this mock's own. */
    private boolean hasBody() {
        return response.body().length > 0 && !documented.response().content().isEmpty();
    }

    /** Only what every provider has to send; the rest may depend on more than the request. */
    private void required(ObjectNode headers, ObjectNode rules) {
        for (HeaderSpec header : documented.response().headers()) {
            Optional<String> value = response.header(header.name());
            if (header.required() && value.isPresent()) {
                boolean secret = header.schema().filter(SchemaNode::isSecret).isPresent();
                headers.putArray(header.name()).add(secret ? "***" : value.get());
                add(rules.withObject("/header"), header.name(), new PactRule.Type());
            }
        }
    }

    private ObjectNode jsonBody(String contentType, ObjectNode rules) {
        JsonNode sent = JsonMapper.shared().readTree(response.body());
        Optional<SchemaNode> schema = documented.mediaType().flatMap(MediaTypeSpec::schema);
        boolean isExample = documented
                .example()
                .flatMap(Example::value)
                .filter(sent::equals)
                .isPresent();
        JsonNode shown = isExample || schema.isEmpty()
                ? sent
                : SecretMask.keeping(each -> mock.sample(each, Direction.RESPONSE))
                        .mask(sent, schema.get());
        schema.ifPresent(each -> {
            Map<String, PactRule> found = BodyRules.of(shown, each);
            if (!found.isEmpty()) {
                ObjectNode body = rules.putObject("body");
                found.forEach((path, rule) -> add(body, path, rule));
            }
        });
        return PactBody.ofJson(BodyRules.sayable(shown), contentType);
    }

    private static void add(ObjectNode rules, String path, PactRule rule) {
        ObjectNode one = rules.putObject(path);
        one.put("combine", "AND");
        one.putArray("matchers").add(rule.json());
    }
}
