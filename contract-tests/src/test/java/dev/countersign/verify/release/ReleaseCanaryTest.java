package dev.countersign.verify.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.openapi.ContractLoader;
import dev.countersign.openapi.contract.Contract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Pairs of documents whose verdict is known. A comparison is worth something only while it rejects these: our own has to
 * see each, openapi-diff has to see those that it is known to see, and where it is known to be blind this list says so.
 */
class ReleaseCanaryTest {
    private static final boolean SEES = true;
    private static final boolean BLIND = false;

    private static final String GET = "/paths/~1orders~1{id}/get";
    private static final String POST = "/paths/~1orders~1{id}/post";
    private static final String CHANGE = "/components/schemas/Change";
    private static final String ORDER = "/components/schemas/Order";
    private static final String LINE = "/components/schemas/Line";

    private static final String AT_POST = "changeOrder (POST /orders/{id})";
    private static final String AT_GET = "getOrder (GET /orders/{id})";

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> breaksAreSeen() {
        return Stream.of(
                bad(SEES, AT_GET + ": the operation is gone. Consumers: stop calling it.", "- " + GET),
                bad(
                        SEES,
                        body("/urgent: a new required field. Consumers: send it."),
                        CHANGE + "/properties/urgent {\"type\":\"boolean\"}",
                        CHANGE + "/required [\"note\",\"urgent\"]"),
                bad(
                        SEES,
                        body("/amount: the field is required now. Consumers: always send it."),
                        CHANGE + "/required [\"note\",\"amount\"]"),
                bad(
                        SEES,
                        body("/amount: the type is string, and was integer. Consumers: use the new type."),
                        CHANGE + "/properties/amount/type \"string\""),
                bad(
                        SEES,
                        body("/reason: the value \"wrong\" is gone. Consumers: stop sending it."),
                        CHANGE + "/properties/reason/enum [\"late\"]"),
                bad(
                        BLIND,
                        body("/note: only these values are allowed now: [\"hello\"]. Consumers: send one of them."),
                        CHANGE + "/properties/note/const \"hello\""),
                bad(
                        BLIND,
                        body("/amount: the field is gone. Consumers: stop sending it."),
                        "- " + CHANGE + "/properties/amount"),
                bad(
                        SEES,
                        body("/note: maxLength is 8, and was 80. Consumers: keep to the new limit."),
                        CHANGE + "/properties/note/maxLength 8"),
                bad(
                        SEES,
                        body("/note: minLength is 8 now. Consumers: keep to the new limit."),
                        CHANGE + "/properties/note/minLength 8"),
                bad(
                        BLIND,
                        body("/marks: minItems is 1 now. Consumers: keep to the new limit."),
                        CHANGE + "/properties/marks/minItems 1"),
                bad(
                        SEES,
                        body("/amount: exclusiveMinimum is 0 now. Consumers: keep to the new limit."),
                        CHANGE + "/properties/amount/exclusiveMinimum 0"),
                bad(
                        SEES,
                        body("/note: pattern is \"^x\" now. Consumers: follow the new rule."),
                        CHANGE + "/properties/note/pattern \"^x\""),
                bad(
                        SEES,
                        body("/marks/*: the type is integer, and was string. Consumers: use the new type."),
                        CHANGE + "/properties/marks/items/type \"integer\""),
                bad(
                        BLIND,
                        AT_POST + ", request body: fields that are not documented are refused now. Consumers: send"
                                + " documented fields only.",
                        CHANGE + "/additionalProperties false"),
                bad(
                        SEES,
                        AT_POST + ", request body: the body is required now. Consumers: always send it.",
                        POST + "/requestBody/required true"),
                bad(
                        SEES,
                        AT_POST
                                + ", request body: the media type application/json is gone. Consumers: send another one.",
                        POST + "/requestBody/content {\"application/xml\":{\"schema\":{\"type\":\"object\"}}}"),
                bad(
                        SEES,
                        AT_GET + ", request body: the request needs a body now. Consumers: send it.",
                        GET + "/requestBody {\"required\":true,\"content\":{\"application/json\":{}}}"),
                bad(
                        SEES,
                        AT_POST + ", query parameter dryRun: the parameter is gone. Consumers: stop sending it.",
                        "- " + POST + "/parameters/0"),
                bad(
                        SEES,
                        AT_POST + ", query parameter dryRun: the parameter is required now. Consumers: always send it.",
                        POST + "/parameters/0/required true"),
                bad(
                        SEES,
                        AT_GET + ", query parameter page: a new required parameter. Consumers: send it.",
                        GET + "/parameters [{\"name\":\"page\",\"in\":\"query\",\"required\":true,\"schema\":{}}]"),
                bad(
                        SEES,
                        AT_POST
                                + ", query parameter dryRun: the type is string, and was boolean. Consumers: use the new"
                                + " type.",
                        POST + "/parameters/0/schema/type \"string\""),
                bad(
                        SEES,
                        AT_POST + ", query parameter tags: the parameter is written in another way. Consumers: write it"
                                + " the new way.",
                        POST + "/parameters/1/explode false"),
                bad(
                        SEES,
                        order("/id: the field is gone. Consumers: stop reading it."),
                        "- " + ORDER + "/properties/id",
                        ORDER + "/required [\"state\",\"lines\"]"),
                bad(
                        BLIND,
                        order("/note: the field is gone. Consumers: stop reading it."),
                        "- " + ORDER + "/properties/note"),
                bad(
                        SEES,
                        order("/state: the field may be missing now. Consumers: be ready for it to be missing."),
                        ORDER + "/required [\"id\",\"lines\"]"),
                bad(
                        BLIND,
                        order("/id: the value may be null now. Consumers: be ready for null."),
                        ORDER + "/properties/id/type [\"integer\",\"null\"]"),
                bad(
                        SEES,
                        order("/id: the type is string, and was integer. Consumers: use the new type."),
                        ORDER + "/properties/id/type \"string\""),
                bad(
                        SEES,
                        order("/id: the type is number, and was integer. Consumers: be ready for the other type."),
                        ORDER + "/properties/id/type \"number\""),
                bad(
                        SEES,
                        order("/state: there is another value, \"lost\". Consumers: be ready for it."),
                        ORDER + "/properties/state/enum [\"open\",\"sent\",\"lost\"]"),
                bad(
                        BLIND,
                        order(
                                "/state: other values than [\"open\",\"sent\"] are allowed now. Consumers: be ready for any"
                                        + " value."),
                        "- " + ORDER + "/properties/state/enum"),
                bad(
                        SEES,
                        order("/lines/*/price: the type is string, and was number. Consumers: use the new type."),
                        LINE + "/properties/price/type \"string\""),
                bad(
                        SEES,
                        order(
                                "/lines/*/due: format is \"date-time\", and was \"date\". Consumers: follow the new rule."),
                        LINE + "/properties/due/format \"date-time\""),
                bad(
                        SEES,
                        order("/payment: there is another alternative, Failure. Consumers: be ready for it."),
                        ORDER + "/properties/payment/oneOf [{\"$ref\":\"#/components/schemas/Card\"},"
                                + "{\"$ref\":\"#/components/schemas/Transfer\"},{\"$ref\":\"#/components/schemas/Failure\"}]"),
                bad(
                        SEES,
                        AT_POST
                                + ", answer 409: the answer is not documented any more. Consumers: look what is answered"
                                + " instead.",
                        "- " + POST + "/responses/409"),
                bad(
                        SEES,
                        AT_POST
                                + ", answer 200: the media type application/json is gone. Consumers: accept another one.",
                        POST + "/responses/200/content {\"application/xml\":{\"schema\":{\"type\":\"object\"}}}"),
                bad(
                        SEES,
                        AT_POST
                                + ", answer 200: the media type application/json is gone. Consumers: accept another one.",
                        "- " + POST + "/responses/200/content"),
                bad(
                        SEES,
                        AT_POST + ", answer 200, header ETag: the header is gone. Consumers: stop reading it.",
                        "- " + POST + "/responses/200/headers"),
                bad(
                        SEES,
                        AT_POST
                                + ", answer 200, header ETag: the header may be missing now. Consumers: be ready for it to"
                                + " be missing.",
                        POST + "/responses/200/headers/ETag/required false"),
                bad(
                        BLIND,
                        AT_POST + ", security: the credentials are Key, and were none. Consumers: send the new"
                                + " credentials.",
                        POST + "/security [{\"Key\":[]}]"),
                bad(
                        BLIND,
                        AT_POST + ", security: the credentials are Key, and were none. Consumers: send the new"
                                + " credentials.",
                        "/security [{\"Key\":[]}]"),
                bad(
                        BLIND,
                        "every operation, server https://orders.example: the server is gone. Consumers: call one of"
                                + " https://orders.example/v2.",
                        "/servers/0/url \"https://orders.example/v2\""));
    }

    @TestFactory
    Stream<DynamicTest> whatBreaksNobodyPasses() {
        return Stream.of(
                good("other words", GET + "/description \"Says more\""),
                good(
                        "a new operation",
                        "/paths/~1orders {\"get\":{\"responses\":{\"200\":{\"description\":\"All\"}}}}"),
                good("a new optional field of a request", CHANGE + "/properties/urgent {\"type\":\"boolean\"}"),
                good("a new field of an answer", ORDER + "/properties/weight {\"type\":\"integer\"}"),
                good("a field of a request that is optional now", "- " + CHANGE + "/required"),
                good(
                        "a field of an answer that is always there now",
                        ORDER + "/required [\"id\",\"state\",\"lines\",\"note\"]"),
                good("another value in a request", CHANGE + "/properties/reason/enum [\"late\",\"wrong\",\"other\"]"),
                good("a value less in an answer", ORDER + "/properties/state/enum [\"open\"]"),
                good("a higher limit", CHANGE + "/properties/note/maxLength 800"),
                good("null is allowed in a request", CHANGE + "/properties/amount/type [\"integer\",\"null\"]"),
                good(
                        "a new optional parameter",
                        POST + "/parameters/2 {\"name\":\"n\",\"in\":\"query\",\"schema\":{}}"),
                good("a new answer", POST + "/responses/404 {\"description\":\"There is none\"}"),
                good(
                        "a field that moves into a part of its own",
                        ORDER + "/properties/note {\"$ref\":\"#/components/schemas/Note\"}",
                        "/components/schemas/Note {\"type\":\"string\"}"),
                good("a new header", POST + "/responses/200/headers/Age {\"schema\":{\"type\":\"integer\"}}"));
    }

    /** Schema and examples renamed together agree with each other, and with everything that is derived from them. */
    @TestFactory
    Stream<DynamicTest> coherentRenameIsSeen() {
        return Stream.of(bad(
                SEES,
                order("/id: the field is gone. Consumers: stop reading it."),
                "- " + ORDER + "/properties/id",
                ORDER + "/properties/number {\"type\":\"integer\"}",
                ORDER + "/required [\"number\",\"state\",\"lines\"]"));
    }

    private static String body(String rest) {
        return AT_POST + ", request body, field " + rest;
    }

    private static String order(String rest) {
        return AT_GET + ", answer 200, field " + rest;
    }

    private DynamicTest bad(boolean seen, String message, String... edits) {
        return DynamicTest.dynamicTest(message + " " + String.join(", ", edits), () -> {
            Contract released = sample();
            Contract current = edited(edits);
            assertThat(ContractComparison.between(released, current))
                    .as("what our own comparison finds")
                    .filteredOn(Change::breaking)
                    .extracting(Change::text)
                    .contains(message);
            assertThat(!OpenApiDiff.breaks(released, current).isEmpty())
                    .as("whether openapi-diff sees it")
                    .isEqualTo(seen);
        });
    }

    private DynamicTest good(String name, String... edits) {
        return DynamicTest.dynamicTest(name, () -> {
            Contract released = sample();
            Contract current = edited(edits);
            assertThat(ContractComparison.between(released, current))
                    .as("what our own comparison calls a break")
                    .noneMatch(Change::breaking);
            assertThat(OpenApiDiff.breaks(released, current))
                    .as("what openapi-diff calls a break")
                    .isEmpty();
        });
    }

    private static Contract sample() {
        return ContractLoader.load(Path.of("src/test/resources/contracts/release-sample.yaml"))
                .contract();
    }

    /** The sample with edits: {@code - POINTER} removes, {@code POINTER JSON} writes. */
    private Contract edited(String... edits) throws IOException {
        ObjectNode document = sample().document().deepCopy();
        for (String edit : edits) {
            boolean removes = edit.startsWith("- ");
            String[] words = (removes ? edit.substring(2) : edit).split(" ", 2);
            int slash = words[0].lastIndexOf('/');
            JsonNode parent = document.at(words[0].substring(0, slash));
            String name = words[0].substring(slash + 1);
            if (parent instanceof ArrayNode array) {
                int index = Integer.parseInt(name);
                if (removes) {
                    array.remove(index);
                } else if (index == array.size()) {
                    array.add(JsonMapper.shared().readTree(words[1]));
                } else {
                    array.set(index, JsonMapper.shared().readTree(words[1]));
                }
            } else if (removes) {
                assertThat(((ObjectNode) parent).remove(name)).as(edit).isNotNull();
            } else {
                ((ObjectNode) parent)
                        .set(name.replace("~1", "/"), JsonMapper.shared().readTree(words[1]));
            }
        }
        Path file = Files.createTempFile(folder, "current", ".json");
        Files.writeString(file, document.toString());
        return ContractLoader.load(file).contract();
    }
}
